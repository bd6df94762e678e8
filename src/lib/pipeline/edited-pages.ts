import { isSealed } from '../emit/mdx/seal.ts';
import type { Finding } from '../model/finding.ts';
import type { PageSet } from '../model/page-set.ts';

/** The pages that somebody wrote into after they were generated: told by their seal, for pages that cannot be made again to be compared with. */
export function editedPageFindings(pages: PageSet): readonly Finding[] {
  const edited = [...pages].filter(([path, text]) => path.endsWith('.mdx') && !isSealed(text));
  return edited.map(([file]) => ({ rule: 'page-edited', severity: 'error', message: `\`${file}\` is not as it was generated: somebody wrote into it.`, location: { file, line: 1, column: 1 } }));
}
