import type { Catalog } from '../model/catalog.ts';
import { codeSpan } from '../model/code-span.ts';
import type { Finding } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import { shorten } from '../model/shorten.ts';
import type { StrayComment } from '../model/stray-comment.ts';
import { describeSubject } from '../rules/subject.ts';
import type { Subject } from '../rules/rule.ts';
import type { SuppressionFault } from './apply-suppressions.ts';

/** Doc comments that no page shows, each as a finding of the definition that it stands in, or whose fields its shape makes. */
export function findStrayComments(strays: readonly StrayComment[], catalog: Catalog): readonly SuppressionFault[] {
  const definitions = strays.length === 0 ? [] : definitionsOf(catalog);
  return strays.map((stray): Omit<Finding, 'severity'> => {
    const subject = definitions.find(({ places }) => places.some((place) => isIn(place, stray)))?.subject;
    return {
      rule: STRAY_DOC_COMMENT,
      ...(subject === undefined ? {} : describeSubject(subject)),
      message: `The doc comment ${codeSpan(shorten(stray.says, 80))} documents nothing: no definition and no field takes it.`,
      hint: 'Put it directly above the field or the definition that it describes, or write `//` for a remark.',
      location: stray.at,
    };
  });
}

export const STRAY_DOC_COMMENT = 'stray-doc-comment';

interface Definition {
  readonly subject: Subject;
  readonly places: readonly Location[];
}

/** Those whose own text it is before those that only use a shape from there. */
function definitionsOf(catalog: Catalog): readonly Definition[] {
  const at = (subject: Subject, location: Location | undefined): Definition => ({ subject, places: location === undefined ? [] : [location] });
  return [
    ...catalog.entities.map(({ address, location }) => at({ entity: address }, location)),
    ...catalog.tombstones.map(({ address, location }) => at({ tombstone: address }, location)),
    ...catalog.processes.map(({ name, location }) => at({ process: name }, location)),
    ...catalog.claims.map(({ sentence, location }) => at({ claim: sentence }, location)),
    ...catalog.domains.map(({ name, location }) => at({ domain: name }, location)),
    at({ system: true }, catalog.system.location),
    ...catalog.entities.map(({ address, fields }): Definition => ({ subject: { entity: address }, places: fields.map(({ location }) => location) })),
  ];
}

function isIn({ file, line }: Location, { at, statement }: StrayComment): boolean {
  return file === at.file && line >= statement.first && line <= statement.last;
}
