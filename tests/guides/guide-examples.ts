import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../scripts/project.ts';

/** A file that a guide shows, as a reader would copy it. */
export interface Example {
  readonly path: string;
  readonly text: string;
  /** It stands in the place of one that the guide shows elsewhere. */
  readonly isAlternative: boolean;
  /** The heading that it stands under. */
  readonly heading: string;
}

/** Every file of a guide: fences with a title. */
export function examplesOf(guide: string): readonly Example[] {
  const text = readFileSync(join(packageRoot, 'src/content/docs/guides', guide), 'utf8');
  return text.split(/^## /m).flatMap((section) => [...section.matchAll(/^```\w+ title="([^"]+)"( alternative)?\n([^]*?)^```$/gm)].map(([, path = '', alternative, body = '']) => ({
    path, text: body, isAlternative: alternative !== undefined, heading: section.split('\n')[0] ?? '',
  })));
}
