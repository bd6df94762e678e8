import { resolve } from 'node:path';
import { codeSpan } from '../model/code-span.ts';
import type { Finding } from '../model/finding.ts';
import { fileOf, type Sources } from './describe-failure.ts';

/**
 * The finding, saying how its place is reached where that is a file which others import: what fails is often several imports away from what somebody wrote.
 * @param entries absolute paths of the files that were to be loaded
 */
export function withImportChain(finding: Finding, entries: readonly string[], sources: Sources): Finding {
  const { location } = finding;
  if (location === undefined) return finding;
  const chain = sources.build.chainTo(resolve(sources.root, location.file), entries);
  if (chain.length < 2) return finding;
  const way = chain.map((path) => fileOf(path, sources)).join(' → ');
  return { ...finding, message: `${finding.message} Imported along ${codeSpan(`${way}:${location.line}:${location.column}`)}.` };
}
