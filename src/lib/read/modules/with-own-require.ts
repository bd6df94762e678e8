/**
 * The code of a module with a `require` of its own: the bundler gives all modules that of its helpers, which would look for packages from there. Helpers that the
 * module does not use are not imported. No line moves.
 * @param code as the bundler made it
 */
export function withOwnRequire(code: string): string {
  return code.replace(/^import (?:\{ ([^}]*) \} from )?("[^"]*_virtual\/_rolldown\/runtime\.js");$/m, (_, names: string = '', from: string) => {
    const helpers = names.split(', ').filter((name) => name !== '');
    const others = helpers.filter((name) => name !== REQUIRE);
    const imports = others.length === 0 ? [] : [`import { ${others.join(', ')} } from ${from};`];
    const own = others.length === helpers.length ? [] : [`import { createRequire as ${REQUIRE}_of } from "node:module"; const ${REQUIRE} = ${REQUIRE}_of(import.meta.url);`];
    return [...imports, ...own].join(' ');
  });
}

const REQUIRE = '__require';
