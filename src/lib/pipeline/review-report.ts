import { acceptanceLine } from '../drift/changes/accept-changes.ts';
import { ACCEPTED_FILE } from '../drift/changes/accepted-file.ts';
import { CHANGE_FAMILIES } from '../drift/changes/compare-catalogs.ts';
import type { Diagram } from '../emit/mermaid/diagram.ts';
import { renderChangeDiagram } from '../emit/mermaid/render-change-diagram.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Change } from '../model/change.ts';
import type { Report } from '../report/report.ts';
import type { Vocabulary } from '../report/vocabulary.ts';
import { codeBlock, escapeMarkdown, escapeMessage } from '../report/escape-markdown.ts';
import { marksOf } from './change-marks.ts';
import type { Review } from './review.ts';

/**
 * What every format tells of a comparison; the Markdown with the pictures before and after.
 * @param comparison a sentence that says what was compared with
 * @param failed those that somebody has to accept; default: the breaking ones
 */
export function reviewReport(review: Review, pictures: ChangePictures, comparison: string, failed: readonly Change[] = review.open.filter((change) => change.level === 'breaking')): Report {
  const { findings, accepted, open } = review;
  const found = new Set([...findings, ...accepted.map(({ finding }) => finding)].map(({ rule }) => rule));
  return {
    command: 'diff',
    findings,
    suppressed: accepted,
    rules: CHANGE_FAMILIES.flatMap(({ kinds }) => Object.entries(kinds)).flatMap(([id, statement]) => (found.has(id) ? [{ id, severity: findings.find(({ rule }) => rule === id)?.severity ?? 'note', statement }] : [])),
    vocabulary: CHANGES,
    unfolded: 'error',
    appendix: [...acceptance(failed), ...bothPictures(pictures, open.some((change) => change.level !== 'safe')), `<sub>${escapeMessage(comparison)}</sub>`],
  };
}

/** What changed and what it is connected with, as it was and as it is. */
export function drawChanges(base: Catalog, head: Catalog, changes: readonly Change[]): ChangePictures {
  const [before, after] = [marksOf('base', base, changes), marksOf('head', head, changes)];
  return { before: renderChangeDiagram(base, 'Before', before, before.worstFirst), after: renderChangeDiagram(head, 'After', after, after.worstFirst) };
}

export interface ChangePictures {
  /** Absent where nothing that is drawn was there. */
  readonly before: Diagram | undefined;
  readonly after: Diagram | undefined;
}

const CHANGES: Vocabulary = {
  gravity({ severity, rule }) {
    if (severity === 'error') return IS_CHANGE.has(rule) ? ['breaking', 'breaking'] : ['error', 'errors'];
    return severity === 'warning' ? ['dangerous', 'dangerous'] : ['safe', 'safe'];
  },
  nothing: 'No change in meaning',
  nothingGrave: 'No breaking change',
  excused: 'accepted',
  namesAddresses: true,
  columns: ['level', 'change', 'of'],
};

const IS_CHANGE: ReadonlySet<string> = new Set(CHANGE_FAMILIES.flatMap((family) => Object.keys(family.kinds)));

/** The lines that whoever has a reason completes. */
function acceptance(failed: readonly Change[]): readonly string[] {
  if (failed.length === 0) return [];
  const lines = failed.map(acceptanceLine).join('\n');
  return [`To accept a change, add its line, with the reason behind the colon, to \`${ACCEPTED_FILE}\` in this pull request:`, codeBlock(lines, 'text')];
}

/** Unfolded where somebody should look. */
function bothPictures({ before, after }: ChangePictures, isOpen: boolean): readonly string[] {
  if (before === undefined && after === undefined) return [];
  const inside = [...picture('Before', before), ...picture('After', after)].join('\n\n');
  return [`<details${isOpen ? ' open' : ''}>\n<summary>The picture before and after: + added, − removed, ~ changed</summary>\n\n${inside}\n\n</details>`];
}

function picture(title: string, diagram: Diagram | undefined): readonly string[] {
  if (diagram === undefined) return [];
  return [`**${title}**`, codeBlock(diagram.text, 'mermaid'), ...diagram.notes.map(escapeMarkdown)];
}
