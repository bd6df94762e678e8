import { join } from 'node:path';
import type TypeScript from 'typescript';
import { optionsFor } from './type-check.ts';

/** What an editor offers at the mark `|` in a text, as its language server finds it. */
export function completionsAt(ts: typeof TypeScript, folder: string, marked: string): readonly string[] {
  const path = join(folder, 'typed.ts');
  const text = marked.replace('|', '');
  const host: TypeScript.LanguageServiceHost = {
    getCompilationSettings: () => optionsFor(ts, 'Bundler'),
    getScriptFileNames: () => [path],
    getScriptVersion: () => '1',
    getScriptSnapshot: (file) => {
      const found = file === path ? text : ts.sys.readFile(file);
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (file) => file === path || ts.sys.fileExists(file),
    readFile: (file) => (file === path ? text : ts.sys.readFile(file)),
    ...(ts.sys.realpath === undefined ? {} : { realpath: ts.sys.realpath }),
    directoryExists: ts.sys.directoryExists,
  };
  const service = ts.createLanguageService(host);
  const found = service.getCompletionsAtPosition(path, marked.indexOf('|'), {});
  service.dispose();
  // Where a word takes the type of what is typed, that is offered too: nothing, here.
  return (found?.entries ?? []).map(({ name }) => name).filter((name) => name !== '');
}
