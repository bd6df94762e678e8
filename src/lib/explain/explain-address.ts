import type { Analyses } from '../analysis/analyses.ts';
import { tenancyOf } from '../analysis/declared.ts';
import { remediesFor } from '../analysis/lifetime-remedies.ts';
import { sourceFields, targetFields, targetsOfField } from '../analysis/reference-targets.ts';
import type { EntityOrField } from '../model/catalog.ts';
import type { Entity } from '../model/entity.ts';
import { singleFindings } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import type { Reference } from '../model/reference.ts';
import { storeFacts } from '../model/stores/index.ts';
import type { TerminalText } from '../model/terminal-text.ts';
import { describeRetention, describeTenancy } from './describe-declared.ts';
import { explainFindings, type Found } from './explain-findings.ts';
import { explanation, prose, wrap } from './prose.ts';

/** What an entity or a field is, what points where and for how long that holds, what rules say of it, and what would change each verdict. */
export function explainAddress(subject: EntityOrField, analyses: Analyses, found: Found): TerminalText {
  const { index } = analyses;
  const entity = index.entities.get(subject.entity);
  if (entity === undefined) throw new Error(`There is no entity ${subject.entity}.`);
  const path = subject.field;
  const address = path === undefined ? entity.address : `${entity.address}.${path}`;
  const out = path === undefined ? index.referencesOut(entity) : index.referencesOfField(entity.address, path);
  const into = index.referencesIn(entity).filter((reference) => path === undefined || pointsAt(reference, entity.address, path));
  const concerns = (finding: Found['findings'][number]) => finding.entity === entity.address && (path === undefined || finding.address === address);
  const own: Found = { findings: singleFindings(found.findings).filter(concerns), suppressed: found.suppressed.filter(({ finding }) => concerns(finding)) };
  return explanation([
    ...describeSubject(entity, path, analyses),
    '',
    'Retention',
    ...describeRetention(entity, analyses).flatMap((text) => wrap(text, '    ', '  ')),
    ...(tenancyOf(index.catalog) === 'none' ? [] : ['', 'Tenancy', ...wrap(describeTenancy(entity), '    ', '  ')]),
    ...section('Points at', out.flatMap((reference) => explainReference(reference, describeEnds(reference, path), analyses)), path === undefined && entity.referencesNothing !== undefined ? `Nothing: ${entity.referencesNothing}` : 'Nothing.'),
    ...section('Pointed at by', into.flatMap((reference) => explainReference(reference, describeSources(reference, path), analyses)), 'Nothing.'),
    ...section('Findings', explainFindings(own, 'rule'), 'None.'),
  ]);
}

function section(title: string, lines: readonly string[], none: string): readonly string[] {
  return ['', title, ...(lines.length === 0 ? wrap(none, '    ', '  ') : lines)];
}

function describeSubject(entity: Entity, path: string | undefined, { index }: Analyses): readonly string[] {
  const field = path === undefined ? undefined : index.field(entity.address, path);
  const [word] = storeFacts(entity.store).entityWord;
  const marks = field === undefined ? [] : [field.type, ...field.keys, ...(field.nullable ? ['nullable'] : []), ...(field.optional ? ['optional'] : []), ...(field.classification === undefined ? [] : [field.classification])];
  const owner = entity.owner === undefined ? '' : `, owned by ${entity.owner}`;
  const what = field === undefined ? `${storeFacts(entity.store).label} ${word}${entity.domain === undefined ? '' : ` of ${entity.domain}`}${owner}` : marks.join(', ');
  const text = field === undefined ? entity.description : field.description;
  return [`${entity.address}${field === undefined ? '' : `.${field.path}`}  ${placed((field ?? entity).location)}`, `  ${what}`, ...(text === '' ? [] : ['', ...prose(text, '  ')])];
}

/** Of a whole entity each reference names its fields too; of one column of a composite foreign key the column that it is paired with. */
function describeEnds(reference: Reference, path: string | undefined): string {
  const { target } = reference;
  const fields = path === undefined ? targetFields(target) : targetsOfField(reference, path);
  const to = target.kind === 'any' ? `any ${target.store} entity by ${target.field}` : target.kind === 'objects' ? target.entity : fields.map(({ entity, field }) => `${entity}.${field}`).join(target.kind === 'oneOf' ? ' or ' : ' + ');
  return path === undefined ? `${sourceFields(reference).map(({ field }) => field).join(' + ')} → ${to}` : to;
}

function explainReference(reference: Reference, name: string, { lifetimes, catalog }: Analyses): readonly string[] {
  const { cardinality, enforcement, note } = reference;
  const verdict = lifetimes.get(reference.id);
  const kept = enforcement.by === 'database' ? `enforced by the database, on delete ${enforcement.onDelete}` : `kept by ${enforcement.keptBy ?? 'the application'}`;
  const lines = [...wrap(name, '    ', '  '), `    ${cardinality.from} → ${cardinality.to}, ${kept}`, ...(note === undefined ? [] : wrap(note, '    '))];
  if (verdict === undefined) return lines;
  const window = verdict.window === undefined ? '' : ` (${verdict.window})`;
  const [title, remedies] = [verdict.kind === 'safe' ? 'What would spoil it:' : 'What would change it:', remediesFor(reference, verdict, catalog)];
  return [
    ...lines,
    ...wrap(`${verdict.kind}${window}: ${verdict.sentence}`, '      ', '    '),
    ...(verdict.accepted === undefined ? [] : wrap(`Accepted: ${verdict.accepted}`, '      ', '    ')),
    ...(remedies.length === 0 ? [] : [`    ${title}`, ...remedies.flatMap((remedy) => wrap(remedy, '        ', '      - '))]),
  ];
}

/** Where a reference starts; of a composite foreign key at one of its target's columns the column that is paired with it. */
function describeSources(reference: Reference, path: string | undefined): string {
  const sources = sourceFields(reference);
  const paired = sources.filter(({ field }) => path === undefined || sources.length === 1 || targetsOfField(reference, field).some((target) => target.field === path));
  return paired.map(({ entity, field }) => `${entity}.${field}`).join(' + ');
}

function pointsAt({ target }: Reference, entity: string, path: string): boolean {
  if (target.kind === 'any') return target.field === path;
  return targetFields(target).some((field) => field.entity === entity && field.field === path);
}

function placed({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}
