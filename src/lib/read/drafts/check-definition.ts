import type { Definition } from '../../dsl/definition.ts';
import type { Finding } from '../../model/finding.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { FoundDefinition } from './collect-definitions.ts';
import * as option from './option-checks.ts';

/**
 * Leaves of a definition what can be used: options that do not exist or are of the wrong kind are reported and taken out.
 * `undefined` when what remains makes no definition: its name is missing, or something that it cannot be without.
 */
export function checkDefinition({ definition, place }: FoundDefinition): { readonly usable: Definition | undefined; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const rules = Object.hasOwn(RULES, definition.kind) ? RULES[definition.kind] : undefined;
  if (rules === undefined) {
    const kinds = Object.keys(RULES).map((kind) => kind.slice('polyref.'.length));
    const word = definition.kind.slice('polyref.'.length);
    const hint = didYouMean(word, kinds) || 'The definition comes from another version of Polyref, or was not made by one of its words.';
    findings.push({ rule: 'unknown-definition', severity: 'error', message: `\`${word}\` is not a kind of definition.`, hint, location: place.at });
    return { usable: undefined, findings };
  }
  const name = definition[rules.name];
  if (typeof name !== 'string' || name.trim() === '') {
    const message = `${rules.article} has no ${rules.name}: the first argument of \`${rules.word}()\` is ${described(name)}.`;
    findings.push({ rule: 'bad-option', severity: 'error', message, hint: `Write ${rules.example}.`, location: place.at });
    return { usable: undefined, findings };
  }
  const label = labelOf(definition);
  const usable: Record<string, unknown> = { kind: definition.kind, [rules.name]: name };
  const names = Object.keys(rules.options);
  for (const [key, value] of Object.entries(definition)) {
    if (key === 'kind' || key === rules.name || value === undefined) continue;
    const location = place.options.get(key) ?? place.at;
    const check = Object.hasOwn(rules.options, key) ? rules.options[key] : undefined;
    if (check === undefined) {
      const hint = didYouMean(key, names) || (names.length === 0 ? 'It takes no options.' : `It takes ${names.map((each) => `\`${each}\``).join(', ')}.`);
      findings.push({ rule: 'unknown-option', severity: 'error', ...addressOf(definition), message: `\`${key}\` is not an option of ${label}.`, hint, location });
    } else if (!check.fits(value)) {
      const message = `\`${key}\` of ${label} is ${misfit(value, check)}.`;
      findings.push({ rule: 'bad-option', severity: 'error', ...addressOf(definition), message, hint: check.hint, location });
    } else {
      usable[key] = value;
      for (const { part, at } of partsOf(value, key)) {
        const allowed = check.keys?.(part);
        for (const inner of Object.keys(part).filter((each) => part[each] !== undefined && allowed?.includes(each) === false)) {
          const message = `\`${inner}\` is not an option of ${check.noun ?? 'this'}, in \`${key}\` of ${label}.`;
          const words = (allowed ?? []).filter((each) => each !== 'kind').map((each) => AS_WRITTEN[each] ?? each);
          const hint = didYouMean(inner, words) || `It takes ${words.map((each) => `\`${each}\``).join(', ')}.`;
          findings.push({ rule: 'unknown-option', severity: 'error', ...addressOf(definition), message, hint, location: place.options.get(at) ?? location });
        }
      }
    }
  }
  const reported = new Set(Object.keys(definition).filter((key) => definition[key] !== undefined));
  for (const [key, example] of Object.entries(rules.required).filter(([each]) => !reported.has(each))) {
    findings.push({ rule: 'bad-option', severity: 'error', ...addressOf(definition), message: `${capitalised(label)} has no \`${key}\`.`, hint: `Add ${key}: ${example}.`, location: place.at });
  }
  return { usable: usable as unknown as Definition, findings };
}

/** How messages call a definition: `` `mongodb.event_logs` ``, ``the process `Onboarding Agent` ``. */
function labelOf(definition: FoundDefinition['definition']): string {
  const { address } = addressOf(definition);
  if (address !== undefined) return `\`${address}\``;
  const rules = RULES[definition.kind];
  return `the ${rules.word === 'eliminated' ? 'tombstone' : rules.word} \`${String(definition[rules.name])}\``;
}

/** Of an entity. */
export function addressOf(definition: Readonly<Record<string, unknown>>): { readonly address?: string } {
  const { kind, name, schema } = definition;
  if (kind === 'polyref.collection') return { address: `mongodb.${String(name)}` };
  if (kind === 'polyref.objects') return { address: `s3.${String(name)}` };
  if (kind === 'polyref.table') return { address: `postgresql.${typeof schema === 'string' && schema !== 'public' ? `${schema}.` : ''}${String(name)}` };
  return {};
}

interface DefinitionRules {
  readonly word: string;
  readonly article: string;
  /** The property that its first argument becomes. */
  readonly name: string;
  readonly example: string;
  readonly options: Readonly<Record<string, option.OptionCheck>>;
  /** Options that it cannot be without, each with an example. */
  readonly required: Readonly<Record<string, string>>;
}

const ENTITY = {
  tenancy: option.tenancy, retention: option.retention, references: option.references, classification: option.classification, formerFields: option.formerFields, formerly: option.text,
  referencesNothing: option.text, owner: option.text, domain: option.text, tags: option.texts, status: option.status, suppress: option.suppressionsAt,
};

const RULES: Readonly<Record<Definition['kind'], DefinitionRules>> = {
  'polyref.collection': {
    word: 'collection', article: 'A collection', name: 'name', example: "collection('event_logs', { … })", required: { document: 'z.object({ … })' },
    options: { document: option.shape, indexes: option.documentIndexes, validator: option.flag, capped: option.capped, timeSeries: option.timeSeries, clustered: option.flag, ...ENTITY },
  },
  'polyref.table': {
    word: 'table', article: 'A table', name: 'name', example: "table('activities', { … })", required: { columns: 'z.object({ … })' },
    options: {
      columns: option.shape, schema: option.text, primaryKey: option.texts, unique: option.uniques, checks: option.checks, foreignKeys: option.foreignKeys, indexes: option.tableIndexes,
      partitionBy: option.partition, ...ENTITY,
    },
  },
  'polyref.objects': {
    word: 'objects', article: 'An object family', name: 'name', example: "objects('strategies', { … })", required: { bucket: "'tenant-content'", key: "'{tenantId}/reports/{reportId}.pdf'" },
    options: {
      bucket: option.text, key: option.text, parameters: option.shapes, contentType: option.text, versioning: option.flag, lifecycle: option.lifecycle, objectLock: option.objectLock, ...ENTITY,
    },
  },
  'polyref.eliminated': {
    word: 'eliminated', article: 'A tombstone', name: 'address', example: "eliminated('mongodb.contract_pdfs', { … })", required: { reason: "'…'" },
    options: { reason: option.text, since: option.text, replacedBy: option.text, suppress: option.suppressions },
  },
  'polyref.process': {
    word: 'process', article: 'A process', name: 'name', example: "process('Onboarding Agent', { … })", required: {},
    options: { reads: option.texts, writes: option.texts, deletes: option.texts, copies: option.copies, because: option.text, code: option.text, owner: option.text, suppress: option.suppressions },
  },
  'polyref.claim': {
    word: 'claim', article: 'A claim', name: 'sentence', example: "claim('…', { holds: … })", required: { holds: 'noReferences({ … })' },
    options: { holds: option.check, because: option.text, suppress: option.suppressions },
  },
  'polyref.domain': { word: 'domain', article: 'A domain', name: 'name', example: "domain('billing')", required: {}, options: { owner: option.text, suppress: option.suppressions } },
  'polyref.store': { word: 'store', article: 'A store', name: 'id', example: "store('mongodb')", required: {}, options: { suppress: option.suppressions } },
  'polyref.system': { word: 'system', article: 'A system', name: 'name', example: "system('Acme')", required: {}, options: { sourceUrl: option.text, suppress: option.suppressions } },
};

/** Authors write `except`; the definition keeps it as `exceptions`. */
const AS_WRITTEN: Readonly<Record<string, string>> = { exceptions: 'except' };

function partsOf(value: unknown, key: string): readonly { readonly part: Readonly<Record<string, unknown>>; readonly at: string }[] {
  const isPlain = (each: unknown): each is Readonly<Record<string, unknown>> => typeof each === 'object' && each !== null && !Array.isArray(each);
  if (Array.isArray(value)) return value.flatMap((part: unknown, index) => (isPlain(part) ? [{ part, at: `${key}.${index}` }] : []));
  return isPlain(value) ? [{ part: value, at: key }] : [];
}

/** "text, not a list of texts"; a list or an object that has the right form holds something wrong. */
function misfit(value: unknown, check: option.OptionCheck): string {
  const found = described(value);
  if (Array.isArray(value) && check.expected.startsWith('a list')) return `not ${check.expected}`;
  return found === 'an object' ? `not ${check.expected}` : `${found}, not ${check.expected}`;
}

function described(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return value.trim() === '' ? 'empty' : 'text';
    case 'number':
    case 'bigint':
      return `the number ${value}`;
    case 'boolean':
      return String(value);
    case 'function':
      return 'a function that was not called';
    default:
      return 'an object';
  }
}

function capitalised(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
