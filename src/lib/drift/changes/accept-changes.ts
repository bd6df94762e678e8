import type { Change } from '../../model/change.ts';
import { codeSpan } from '../../model/code-span.ts';
import type { Finding } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import { shorten } from '../../model/shorten.ts';
import { didYouMean } from '../../model/suggest.ts';
import { visibleLine } from '../../model/visible-line.ts';
import { ACCEPTED_FILE } from './accepted-file.ts';
import { CHANGE_FAMILIES } from './compare-catalogs.ts';

/**
 * Reads acceptances, one a line: `retention-shortened mongodb.event_logs: Nobody reads older ones.` Lines that begin with `#` are remarks.
 * Each accepts one change in the pull request that brings it. A line that accepts nothing is wrong, and so is one that the base has already: what it accepted is done.
 * Against a commit of the pull request itself neither can be told: the change may have come before that commit, and the line in it or after it.
 */
export function acceptChanges(changes: readonly Change[], { accepted: text, baseAccepted, isWithin = false }: Acceptances): AcceptedChanges {
  const old = new Set(isWithin ? [] : linesOf(baseAccepted).map(({ line }) => line));
  const accepted = new Map<Change, Acceptance>();
  const findings: Finding[] = [];
  for (const { line, location } of linesOf(text)) {
    const change = changes.find((each) => line.startsWith(acceptanceOf(each)));
    if (old.has(line)) findings.push({ rule: 'acceptance-outdated', severity: 'error', message: `${quoted(line)} stands in the base already: what it accepted is done, and it accepts nothing more.`, hint: 'Remove the line; what is new needs a line of its own.', location });
    else if (change === undefined) {
      const mistake = unmatched(line, changes, location);
      if (!isWithin || mistake.rule === 'bad-acceptance') findings.push(mistake);
    } else if (accepted.has(change)) findings.push({ rule: 'acceptance-twice', severity: 'error', address: change.address, message: `${codeSpan(`${change.kind} ${change.address}`)} is accepted twice.`, hint: 'Take one of the two lines out.', location });
    else {
      const reason = line.slice(acceptanceOf(change).length).trim();
      if (reason === '') findings.push({ rule: 'missing-reason', severity: 'error', address: change.address, message: `The acceptance of ${codeSpan(`${change.kind} ${change.address}`)} has no reason.`, hint: 'Say why, in a sentence, behind the colon.', location });
      else accepted.set(change, { reason, location });
    }
  }
  return { accepted, findings };
}

export interface Acceptances {
  /** Text of the file now. */
  readonly accepted: string;
  /** Text of the same file in the base. */
  readonly baseAccepted: string;
  /** The base is a commit of the pull request itself. */
  readonly isWithin?: boolean;
}

export interface AcceptedChanges {
  readonly accepted: ReadonlyMap<Change, Acceptance>;
  /** Lines that are wrong. */
  readonly findings: readonly Finding[];
}

export interface Acceptance {
  readonly reason: string;
  /** Of its line. */
  readonly location: Location;
}

/** A line may be of any length. */
function quoted(text: string): string {
  return codeSpan(shorten(text, 300));
}

/** The line that accepts a change, for whoever has a reason. */
export function acceptanceLine(change: Change): string {
  return `${acceptanceOf(change)} `;
}

/** What such a line begins with: of a name with a line break in it, what is shown of it. */
function acceptanceOf({ kind, address }: Change): string {
  return `${kind} ${visibleLine(address)}:`;
}

function linesOf(text: string): readonly { readonly line: string; readonly location: Location }[] {
  return text.split(/\r\n|[\r\n]/).flatMap((raw, at) => {
    const line = raw.trim();
    return line === '' || line.startsWith('#') ? [] : [{ line, location: { file: ACCEPTED_FILE, line: at + 1, column: raw.length - raw.trimStart().length + 1 } }];
  });
}

function unmatched(line: string, changes: readonly Change[], location: Location): Finding {
  const match = /^(\S+) (.+?):(?: |$)/.exec(line);
  if (match === null) return { rule: 'bad-acceptance', severity: 'error', message: `${quoted(line)} accepts no change.`, hint: 'Write `retention-shortened mongodb.event_logs: why that is right`.', location };
  const [, kind = '', address = ''] = match;
  const kinds = CHANGE_FAMILIES.flatMap((family) => Object.keys(family.kinds));
  if (!kinds.includes(kind)) return { rule: 'bad-acceptance', severity: 'error', message: `${quoted(kind)} is not a kind of change.`, hint: didYouMean(kind, kinds) || 'The report names the kind of each change before its message.', location };
  const near = didYouMean(address, changes.filter((change) => change.kind === kind).map((change) => change.address));
  return { rule: 'acceptance-unused', severity: 'error', message: `There is no change ${quoted(`${kind} ${address}`)} to accept.`, hint: near || 'Remove the line: what it accepted is in the base by now, or was taken back.', location };
}
