import { applyEdits, modify, parse, printParseErrorCode, type JSONPath, type ParseError } from 'jsonc-parser';
import { isObject } from '../model/is-object.ts';

/**
 * Adds scripts to the text of a package.json. Indentation, line endings and everything else stay as they are, and so does a script that is there.
 * @param scripts name → command
 */
export function editPackageJson(text: string, scripts: ReadonlyMap<string, string>): EditedPackage {
  const json = text.replace(/^\uFEFF/, '');
  const problem = problemOf(json);
  if (problem !== undefined) return { kind: 'unreadable', problem };
  const present = scriptsOf(json);
  const added = [...scripts.keys()].filter((name) => !Object.hasOwn(present, name));
  const changed = added.reduce((edited, name) => withValue(edited, ['scripts', name], scripts.get(name) ?? ''), json);
  return {
    kind: 'edited',
    text: text.slice(0, text.length - json.length) + changed,
    added,
    left: [...scripts].filter(([name, command]) => Object.hasOwn(present, name) && present[name] !== command).map(([name]) => name),
  };
}

export type EditedPackage =
  | {
      readonly kind: 'edited';
      readonly text: string;
      readonly added: readonly string[];
      /** Names of scripts that run something else and stay. */
      readonly left: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly problem: PackageProblem };

/** What is wrong with a package.json. */
export interface PackageProblem {
  /** Behind the file's name: `:3:5`, or nothing. */
  readonly place: string;
  /** Continues "package.json …". */
  readonly message: string;
}

function problemOf(json: string): PackageProblem | undefined {
  const errors: ParseError[] = [];
  const value: unknown = parse(json, errors, { disallowComments: true });
  const [first] = errors;
  if (first !== undefined) return { place: placeOf(json, first.offset), message: `is not valid JSON (${printParseErrorCode(first.error)})` };
  if (!isObject(value)) return { place: '', message: 'must be an object' };
  if (value['scripts'] !== undefined && !isObject(value['scripts'])) return { place: '', message: 'must have an object as its `scripts`' };
  return undefined;
}

function scriptsOf(json: string): Readonly<Record<string, unknown>> {
  const { scripts } = JSON.parse(json) as { readonly scripts?: Readonly<Record<string, unknown>> };
  return scripts ?? {};
}

function withValue(json: string, path: JSONPath, value: string): string {
  const indent = /^([ \t]+)"/m.exec(json)?.[1] ?? '  ';
  const insertSpaces = !indent.startsWith('\t');
  const formattingOptions = { insertSpaces, tabSize: insertSpaces ? indent.length : 1, eol: json.includes('\r\n') ? '\r\n' : '\n' };
  return applyEdits(json, modify(json, path, value, { formattingOptions }));
}

function placeOf(json: string, offset: number): string {
  const before = json.slice(0, offset).split('\n');
  return `:${before.length}:${(before.at(-1) ?? '').length + 1}`;
}
