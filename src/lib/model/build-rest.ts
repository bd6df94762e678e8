import type { AddressBook } from './address-book.ts';
import type { Copy, Domain, EntityOrField, Process, Retained, System, Tombstone } from './catalog.ts';
import type { Claim } from './claim.ts';
import { compareText } from './compare-text.ts';
import type { Drafts, ProcessDraft } from './draft.ts';
import type { Entity } from './entity.ts';
import { firstSentence } from './first-sentence.ts';
import type { Location } from './location.ts';
import type { NamedEntity, Report } from './named-entity.ts';
import type { Store } from './store.ts';
import { stores } from './stores/index.ts';
import { didYouMean } from './suggest.ts';

export function buildSystem({ system, sourceUrl }: Drafts): System {
  const source = sourceUrl === undefined ? {} : { sourceUrl };
  if (system === undefined) return { name: 'Data reference', summary: '', description: '', ...source };
  const { name, description, tenancy, suppressions, location } = system;
  return { name, summary: firstSentence(description), description, ...source, ...(tenancy !== undefined ? { tenancy } : {}), ...(suppressions !== undefined ? { suppressions } : {}), location };
}

export function buildStores(drafts: Drafts, entities: readonly Entity[], tombstones: readonly Tombstone[]): readonly Store[] {
  const used = stores.filter(({ id }) => [...entities, ...tombstones].some((entity) => entity.store === id));
  return used
    .map(({ id, kind, label }) => {
      const draft = drafts.stores.find((store) => store.id === id);
      return {
        id,
        kind,
        label,
        description: draft?.description ?? '',
        entities: entities.filter((entity) => entity.store === id).map((entity) => entity.address),
        ...(draft?.suppressions !== undefined ? { suppressions: draft.suppressions } : {}),
        ...(draft !== undefined ? { location: draft.location } : {}),
      };
    })
    .sort((a, b) => compareText(a.id, b.id));
}

/** Every domain that an entity names or a definition describes. */
export function buildDomains(drafts: Drafts, entities: readonly Entity[]): readonly Domain[] {
  const names = new Set([...drafts.domains.map((domain) => domain.name), ...entities.flatMap((entity) => entity.domain ?? [])]);
  return [...names].sort(compareText).map((name) => {
    const draft = drafts.domains.find((domain) => domain.name === name);
    return {
      name,
      summary: firstSentence(draft?.description ?? ''),
      description: draft?.description ?? '',
      ...(draft?.owner !== undefined ? { owner: draft.owner } : {}),
      entities: entities.filter((entity) => entity.domain === name).map((entity) => entity.address),
      ...(draft?.suppressions !== undefined ? { suppressions: draft.suppressions } : {}),
      ...(draft !== undefined ? { location: draft.location } : {}),
    };
  });
}

/** A tombstone whose address names no store is reported and left out. One whose entity still lives is kept, for a rule to judge. */
export function buildTombstones({ tombstones }: Drafts, named: readonly NamedEntity[], report: Report): readonly Tombstone[] {
  const living = new Map(named.map((entity) => [entity.address, entity]));
  return [...tombstones]
    .sort((a, b) => compareText(a.address, b.address))
    .flatMap((draft): readonly Tombstone[] => {
      const { address, location, replacedBy } = draft;
      const dot = address.indexOf('.');
      const store = address.slice(0, Math.max(dot, 0));
      if (!stores.some((known) => known.id === store)) {
        report({ rule: 'unknown-store', severity: 'error', address, message: `The eliminated \`${address}\` names no store.`, hint: storeHint(store), location });
        return [];
      }
      if (replacedBy !== undefined && !living.has(replacedBy)) {
        const hint = didYouMean(replacedBy, living.keys());
        report({ rule: 'unknown-entity', severity: 'error', address, message: `\`${address}\` was replaced by \`${replacedBy}\`, which is not there.`, ...(hint === '' ? {} : { hint }), location });
      }
      return [{ ...draft, store, name: address.slice(dot + 1), summary: firstSentence(draft.description) || draft.reason }];
    });
}

export function buildProcesses({ processes }: Drafts, book: AddressBook, report: Report): readonly Process[] {
  return [...processes]
    .sort((a, b) => compareText(a.name, b.name))
    .map((draft) => {
      const find = (text: string, verb: string) => lookUp(text, `The process "${draft.name}" ${verb}`, draft.location, book, report);
      const findAll = (texts: readonly string[], verb: string) => texts.flatMap((text) => find(text, verb) ?? []);
      return {
        ...draft,
        summary: firstSentence(draft.description),
        reads: findAll(draft.reads, 'reads'),
        writes: findAll(draft.writes, 'writes'),
        deletes: findAll(draft.deletes, 'deletes'),
        ...(draft.retains === undefined ? {} : { retains: draft.retains.flatMap((retained) => findRetained(retained, draft, book, report)) }),
        copies: draft.copies.flatMap(({ from, to, note }): readonly Copy[] => {
          const ends = { from: find(from, 'copies'), to: find(to, 'copies to') };
          return ends.from === undefined || ends.to === undefined ? [] : [{ from: ends.from, to: ends.to, ...(note !== undefined ? { note } : {}) }];
        }),
      };
    });
}

function findRetained({ entity, reason }: Retained, { name, location }: ProcessDraft, book: AddressBook, report: Report): readonly Retained[] {
  const found = lookUp(entity, `The process "${name}" retains`, location, book, report);
  if (found?.field === undefined) return found === undefined ? [] : [{ entity: found.entity, reason }];
  report({ rule: 'unknown-entity', severity: 'error', message: `The process "${name}" retains \`${entity}\`, which is a field.`, hint: `Name the entity: \`${found.entity}\`.`, location });
  return [];
}

/** Claims in the order of their sentences; an address in a check that is not there is reported. */
export function buildClaims({ claims }: Drafts, book: AddressBook, report: Report): readonly Claim[] {
  for (const { sentence, check, location } of claims) {
    const subject = `The claim "${sentence}" names`;
    const ends = check.kind === 'everyEntity' ? [check.in] : [check.from, check.to];
    for (const end of ends) {
      if (stores.some((store) => store.id === end)) continue;
      if (end.includes('.')) lookUp(end, subject, location, book, report);
      else report({ rule: 'unknown-store', severity: 'error', message: `${subject} \`${end}\`, and there is no such store.`, hint: storeHint(end), location });
    }
    for (const { address } of check.except) lookUp(address, subject, location, book, report);
  }
  return [...claims].sort((a, b) => compareText(a.sentence, b.sentence));
}

/** Where a store is described that does not exist. */
export function checkStores({ stores: drafts }: Drafts, report: Report): void {
  for (const { id, location } of drafts) {
    if (stores.some((known) => known.id === id)) continue;
    report({ rule: 'unknown-store', severity: 'error', message: `There is no store \`${id}\` to describe.`, hint: storeHint(id), location });
  }
}

function lookUp(text: string, subject: string, location: Location, book: AddressBook, report: Report): EntityOrField | undefined {
  const result = book.entityOrField(text);
  if (!('problem' in result)) return result.found;
  if (!result.consequence) report({ rule: 'unknown-entity', severity: 'error', message: `${subject} something that is not there: ${result.problem}.`, hint: result.hint, location });
  return undefined;
}

function storeHint(id: string): string {
  return didYouMean(id, stores.map((store) => store.id)) || `Stores are ${stores.map((store) => `\`${store.id}\``).join(', ')}.`;
}
