import { dirname, relative, sep } from 'node:path';
import { codeSpan } from '../model/code-span.ts';
import { someInSequence } from '../model/in-sequence.ts';
import { didYouMean } from '../model/suggest.ts';
import type { BuildFailure } from './modules/built-module.ts';

/**
 * What is wrong with an import that leads nowhere (continues a sentence: `which does not exist`), and what to do.
 * @param importer absolute path of the file that it stands in
 * @param others absolute paths of the files that were read
 */
export function describeUnresolved({ specifier, place, patterns: paths }: Extract<BuildFailure, { readonly kind: 'unresolved' }>, importer: string, others: Iterable<string>): { readonly problem: string; readonly hint: string } {
  if (/^\.{1,2}\//.test(specifier)) {
    const near = didYouMean(specifier, [...others].filter((other) => other !== importer).map((other) => specifierOf(importer, other)));
    return { problem: 'does not exist', hint: near || 'Correct the path, or remove the import.' };
  }
  if (specifier.startsWith('#')) return { problem: 'leads to no file', hint: 'Correct it, or add it to `imports` of the package.json above the file.' };
  // `*` matches packages too, and says nothing of what was meant.
  const patterns = paths.filter((pattern) => pattern !== '*');
  const matched = patterns.find((pattern) => matches(specifier, pattern));
  if (matched !== undefined) return { problem: 'leads to no file', hint: `Correct it: it matches ${codeSpan(matched)} in \`paths\` of the tsconfig.json that holds for the file, but nothing is there.` };
  const near = didYouMean(specifier, patterns.map((pattern) => rewritten(specifier, pattern)));
  if (/^(?:[@~]\/|~)/.test(specifier)) return { problem: 'leads to no file', hint: near || `Correct it, or add it to \`paths\` of the tsconfig.json that holds for the file.${listed(patterns)}` };
  if (place === 'own') return { problem: 'its own package does not export', hint: 'Correct the path, or add it to `exports` of the package.json above the file.' };
  if (place === 'installed') return { problem: 'the installed package does not have', hint: 'Correct the path, or remove the import.' };
  if (patterns.length > 0) return { problem: 'is not installed and matches no `paths` of the tsconfig.json', hint: near || `Install it where the schema folder is, or correct it.${listed(patterns)}` };
  return { problem: 'is not installed', hint: 'Install it where the schema folder is, or remove the import.' };
}

/** @param pattern of `paths`, with at most one star: `@lib/*` */
function matches(specifier: string, pattern: string): boolean {
  const [start = '', end] = pattern.split('*');
  return end === undefined ? specifier === start : specifier.length >= start.length + end.length && specifier.startsWith(start) && specifier.endsWith(end);
}

/** What a specifier would be by a pattern: `@libs/ids` as `@lib/ids` by `@lib/*`. */
function rewritten(specifier: string, pattern: string): string {
  const [start = '', end = ''] = pattern.split('*');
  if (!pattern.includes('*')) return pattern;
  return `${start}${specifier.split('/').slice(start.split('/').length - 1).join('/')}${end}`;
}

function listed(patterns: readonly string[]): string {
  return patterns.length === 0 ? '' : ` The tsconfig.json has the \`paths\` ${someInSequence(patterns.map(codeSpan), MOST_PATTERNS)}.`;
}

const MOST_PATTERNS = 6;

function specifierOf(importer: string, path: string): string {
  const found = relative(dirname(importer), path).split(sep).join('/');
  return found.startsWith('.') ? found : `./${found}`;
}
