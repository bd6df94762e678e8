// Plain JavaScript, imported for what it does: it is what lets Polyref's own TypeScript run where Node takes no types off, below a `node_modules`.
// A command that lives there is started with it (`bin/polyref.js`); the sandbox needs it for packages that a schema imports.
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  load(url, context, nextLoad) {
    if (!/^file:.*\/node_modules\/.*\.ts$/.test(url)) return nextLoad(url, context);
    return { format: 'module', source: stripTypes(readFileSync(fileURLToPath(url), 'utf8')), shortCircuit: true };
  },
});

function stripTypes(text) {
  const { emitWarning } = process;
  // Node says once a process that this function is young; that is nothing a reader could act on.
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(text);
  } catch (error) {
    if (error.code !== 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') throw error;
    return stripTypeScriptTypes(text, { mode: 'transform' });
  } finally {
    process.emitWarning = emitWarning;
  }
}
