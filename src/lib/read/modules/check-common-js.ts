/**
 * Adds to the code of a module that what it imports by name from CommonJS modules is there. Only when such a module has run is it known what it exports; the bundler would hand on `undefined`
 * without a word, where Node says that the name is missing.
 * @param code as the bundler made it: `var import_x = require_x();` stands for the module, `import_x.name` for a name
 * @param names that the import statements of the file name
 */
export function withNamesChecked(code: string, names: ReadonlySet<string>): string {
  const modules = new Map([...code.matchAll(/^var (import_[\w$]+) = (?:\/\*.*?\*\/ )?(?:__toESM\()?(require_[\w$]+)\(\)/gm)].map(([, variable = '', module = '']) => [variable, module]));
  const uses = [
    ...[...code.matchAll(/\b(import_[\w$]+)\.([\w$]+)/g)].map(([, variable = '', name = '']) => [modules.get(variable), name] as const),
    ...[...code.matchAll(/\b(require_[\w$]+)\(\)(?:, 1)?\)*\.([\w$]+)/g)].map(([, module, name = '']) => [module, name] as const),
  ].filter(([module, name]) => module !== undefined && name !== 'default' && names.has(name));
  if (uses.length === 0) return code;
  const wanted = Map.groupBy(uses, ([module]) => module);
  const checks = [...wanted].map(([module, found]) => {
    const list = JSON.stringify([...new Set(found.map(([, name]) => name))]);
    // In the words of Node, which are known to whoever describes what was thrown.
    return `for (const name of ${list}) if (!(name in Object(${module}()))) throw new SyntaxError("The requested module '${module}' does not provide an export named '" + name + "'");`;
  });
  return `${code}\n;{ ${checks.join(' ')} }`;
}
