#!/usr/bin/env node
// Plain JavaScript that an old Node can read. In this repository the sources run as they are, which are TypeScript: where this Node is too old for that, it hands
// over to another. An installed package has no sources: `build/run/` holds what is made of them.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseNode } from './choose-node.js';

const source = new URL('../scripts/polyref.ts', import.meta.url);
const isRepository = existsSync(source);
const main = isRepository ? source : new URL('../build/run/command.js', import.meta.url);

const chosen = chooseNode({
  version: process.versions.node,
  needed: JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).engines.node,
  runsSources: !isRepository || Boolean(process.features.typescript),
  platform: process.platform,
  arch: process.arch,
  folderOf,
  isRepository,
});

// A process that this file handed over to has them: it never hands over again.
const missing = chosen.kind === 'this' ? chosen.flags.filter((flag) => !process.execArgv.includes(flag)) : [];

if (chosen.kind === 'none') {
  process.stderr.write(`${chosen.message}\n`);
  process.exitCode = 2;
} else if (chosen.kind === 'other') {
  handOver(chosen.path, []);
} else if (missing.length > 0) {
  handOver(process.execPath, [...process.execArgv, ...missing]);
} else {
  // Half of a short command is compiling what it loads. Kept beside the packages: a folder for everybody's temporary files is no place for code that runs.
  nodeModule.enableCompileCache?.(join(fileURLToPath(new URL('..', main)), 'node_modules/.cache/polyref/code'));
  try {
    await import(main.href);
  } catch (error) {
    process.stderr.write(`Polyref could not start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
function folderOf(name) {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

function handOver(node, flags) {
  const child = spawn(node, [...flags, fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  child.on('error', (error) => {
    process.stderr.write(`Polyref could not start ${node}: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    for (const each of signals) process.off(each, forward);
    // Ended by a signal: end in the same way, so that the shell sees what happened.
    if (signal !== null) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
}
