import { dirname, relative, sep } from 'node:path';
import { didYouMean } from '../model/suggest.ts';
import type { BuildFailure } from './modules/built-module.ts';

/**
 * What is wrong with an import that leads nowhere (continues a sentence: `which does not exist`), and what to do.
 * @param importer absolute path of the file that it stands in
 * @param others absolute paths of the files that were read
 */
export function describeUnresolved({ specifier, isInstalled }: Extract<BuildFailure, { readonly kind: 'unresolved' }>, importer: string, others: Iterable<string>): { readonly problem: string; readonly hint: string } {
  if (/^\.{1,2}\//.test(specifier)) {
    const near = didYouMean(specifier, [...others].filter((other) => other !== importer).map((other) => specifierOf(importer, other)));
    return { problem: 'does not exist', hint: near || 'Correct the path, or remove the import.' };
  }
  if (specifier.startsWith('#')) return { problem: 'leads to no file', hint: 'Correct it, or add it to `imports` of the package.json above the file.' };
  if (/^(?:[@~]\/|~)/.test(specifier)) return { problem: 'leads to no file', hint: 'Correct it, or add it to `paths` of the tsconfig.json that holds for the file.' };
  if (isInstalled) return { problem: 'the installed package does not have', hint: 'Correct the path, or remove the import.' };
  return { problem: 'is not installed', hint: 'Install it where the schema folder is, or remove the import.' };
}

function specifierOf(importer: string, path: string): string {
  const found = relative(dirname(importer), path).split(sep).join('/');
  return found.startsWith('.') ? found : `./${found}`;
}
