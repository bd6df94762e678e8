import { join } from 'node:path';
import type * as z from 'zod-own';
import type { Ignored } from '../../dsl/config.ts';
import type { PageMaker } from '../../dsl/page-maker.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { CoverageMetric } from '../../model/coverage-metric.ts';
import type { DocsSettings } from '../../model/docs-settings.ts';
import type { Finding } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import { didYouMean } from '../../model/suggest.ts';
import { shorten } from '../../model/shorten.ts';
import { isPlainObject, originalOf, plainData, type Plain, type PlainObject } from '../options/plain-data.ts';
import { describeValue } from '../options/problems.ts';
import {
  coverage, customPage, ignored, ignoreList, listing, minimums, NO_ADDRESSES, OWN_HINT, ownList, PAGE_HINT, ownRule, ruleSettings, type KnownRule, type Refusal, type Rule, type RuleSettingRead, type UnknownKey,
} from './config-schema.ts';
import { docs } from './docs-schema.ts';

/** A configuration in which nothing is wrong, or what is right of one. */
export interface ReadConfig {
  /** Rule id, or `*`, → what is set. */
  readonly rules?: Readonly<Record<string, RuleSettingRead>>;
  readonly ignore?: readonly (Ignored & { readonly location?: Location })[];
  readonly own?: readonly LocatedRule[];
  /** Per cent. */
  readonly minimum?: Readonly<Partial<Record<CoverageMetric, number>>>;
  readonly docs?: DocsSettings;
  readonly customPages?: readonly LocatedPage[];
}

/** A page that a team generates. What stands for its `make` here gets the catalog, and the file of the page below the folder of generated pages. */
export interface LocatedPage extends Omit<PageMaker, 'make'> {
  readonly make: (context: { readonly catalog: Catalog; readonly file: string }) => unknown;
  readonly location?: Location;
}

type LocatedRule = Rule & { readonly location?: Location };

export type PlaceOf = (part: string) => Location | undefined;

/**
 * Looks at a configuration. Every mistake in it is reported; with one, what is left is not to be used.
 * @param value what `defineConfig` made: of any form
 * @param placeOf where a part stands: `rules`, `rules.missing-owner`, `ignore.0`
 * @param known every rule but the team's own
 * @param folder absolute path that paths in it are relative to
 * @param schemaDir absolute path of the folder of definitions, which the generated pages are beside
 */
export function readConfig(value: unknown, placeOf: PlaceOf, known: readonly KnownRule[], folder: string, schemaDir = join(folder, 'schema')): { readonly config: ReadConfig; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const reading = startReading(placeOf, findings);
  const given = configIn(plainData(value));
  if (!isPlainObject(given)) {
    reading.report('', { message: `The configuration is ${describeValue(given)}, not an object.`, hint: 'Write defineConfig({ … }).' });
    return { config: {}, findings };
  }
  for (const key of Object.keys(given).filter((each) => !PARTS.includes(each))) {
    reading.report(key, { message: `\`${shorten(key)}\` is not a part of the configuration.`, hint: didYouMean(key, PARTS) || listing(PARTS) });
  }
  const own = readOwnRules(given['own'], known, placeOf, reading);
  const rules = [...known, ...own];
  const part = <Value>(name: string, schema: z.ZodType<Value>) => (given[name] === undefined ? undefined : reading.parse(schema, given[name], name));
  const { customPages, ...site } = part('docs', docs(folder, schemaDir)) ?? {};
  const config = {
    rules: part('rules', ruleSettings(rules)) as ReadConfig['rules'],
    ignore: readIgnored(given['ignore'], rules.map(({ id }) => id), placeOf, reading),
    own,
    minimum: part('coverage', coverage)?.min,
    docs: given['docs'] === undefined ? undefined : located(site, placeOf('docs.sidebar')),
    customPages: customPages === undefined ? undefined : readCustomPages(customPages as readonly Plain[], placeOf, reading),
  };
  return { config: Object.fromEntries(Object.entries(config).filter(([, each]) => each !== undefined)), findings };
}

/** Whether the pages of the sidebar are there is known once pages are made, and is told at its place. */
function located(docs: DocsSettings, sidebarAt: Location | undefined): DocsSettings {
  return docs.sidebar === undefined || sidebarAt === undefined ? docs : { ...docs, sidebarAt };
}

/** What looking at a part needs. */
interface Reading {
  readonly report: (part: string, refusal: Refusal) => void;
  /** What a schema makes of a part; `undefined` of what it refuses, which is reported. */
  readonly parse: <Value>(schema: z.ZodType<Value>, given: Plain, ...path: readonly (string | number)[]) => Value | undefined;
}

function startReading(placeOf: PlaceOf, findings: Finding[]): Reading {
  const report: Reading['report'] = (part, { message, hint }) => {
    const location = placeOf(part);
    findings.push({ rule: 'bad-config', severity: 'error', message, ...(hint === '' ? {} : { hint }), ...(location === undefined ? {} : { location }) });
  };
  const parse: Reading['parse'] = (schema, given, ...path) => {
    const result = schema.safeParse(given);
    if (result.success) return result.data;
    // What is no plain data is not what it seems to be in the file.
    const what = typeof given === 'symbol' ? `It is ${describeValue(given)}. ` : '';
    for (const { part, refusal } of refusalsOf(result.error, path)) report(part, { ...refusal, hint: `${what}${refusal.hint}` });
    return undefined;
  };
  return { report, parse };
}

/** Each has an id of its own. */
function readOwnRules(given: Plain, known: readonly KnownRule[], placeOf: PlaceOf, { parse, report }: Reading): readonly LocatedRule[] {
  const taken = new Set(known.map(({ id }) => id));
  const list = given === undefined ? [] : ((parse(ownList, given, 'own') ?? []) as readonly Plain[]);
  return list.flatMap((each, index): readonly LocatedRule[] => {
    const label = labelOf(each, index);
    if (!isRule(each)) {
      report(`own.${index}`, { message: `${label} is not a rule.`, hint: OWN_HINT });
      return [];
    }
    const rule = parse(ownRule(label), each, 'own', index);
    if (rule === undefined) return [];
    if (taken.has(rule.id)) {
      report(`own.${index}`, { message: `There are two rules \`${rule.id}\`.`, hint: 'Give yours another id: others may have a prefix, as in `acme-missing-owner`.' });
      return [];
    }
    taken.add(rule.id);
    const location = placeOf(`own.${index}`);
    return [{ ...rule, check: originalOf(rule.check) as Rule['check'], ...(location === undefined ? {} : { location }) }];
  });
}

/** Each has a path of its own. Whether that is the path of one of Polyref's pages is known where those are made. */
function readCustomPages(list: readonly Plain[], placeOf: PlaceOf, { parse, report }: Reading): readonly LocatedPage[] {
  const taken = new Set<string>();
  const part = 'docs.customPages';
  return list.flatMap((each, index): readonly LocatedPage[] => {
    const path = isPlainObject(each) && each['kind'] === 'polyref.page' ? each['path'] : undefined;
    const label = typeof path === 'string' && path !== '' ? `The page \`${shorten(path)}\`` : `Number ${index + 1} of \`${part}\``;
    if (!isPlainObject(each) || each['kind'] !== 'polyref.page') {
      report(part, { message: `${label} is not a page.`, hint: PAGE_HINT });
      return [];
    }
    const page = parse(customPage(label), each, 'docs', 'customPages', index);
    if (page === undefined) return [];
    if (taken.has(page.path)) {
      report(part, { message: `There are two pages \`${page.path}\` in \`${part}\`.`, hint: 'Give one of them another path.' });
      return [];
    }
    taken.add(page.path);
    const location = placeOf(part);
    return [{ ...page, make: originalOf(page.make) as LocatedPage['make'], ...(location === undefined ? {} : { location }) }];
  });
}

function readIgnored(given: Plain, ids: readonly string[], placeOf: PlaceOf, { parse, report }: Reading): NonNullable<ReadConfig['ignore']> {
  const list = given === undefined ? [] : ((parse(ignoreList, given, 'ignore') ?? []) as readonly Plain[]);
  return list.flatMap((each, index) => {
    const addresses = isPlainObject(each) ? each['addresses'] : undefined;
    if (typeof addresses !== 'string' || addresses === '') {
      // Without addresses it has no name, and nothing else can be said of it.
      report(`ignore.${index}`, NO_ADDRESSES);
      return [];
    }
    const read = parse(ignored(shorten(addresses), ids), each, 'ignore', index);
    const location = placeOf(`ignore.${index}`) ?? placeOf('ignore');
    return read === undefined ? [] : [{ ...read, ...(location === undefined ? {} : { location }) }];
  });
}

/** What is wrong with a minimum of the coverage; `undefined` when nothing is. */
export function minimumProblem(name: string, percent: number): Refusal | undefined {
  const result = minimums().safeParse({ [name]: percent });
  return result.success ? undefined : refusalsOf(result.error, [])[0]?.refusal;
}

const PARTS = ['rules', 'ignore', 'own', 'coverage', 'docs'];

/** As the word keeps it, or as it was written. */
function configIn(value: Plain): Plain {
  if (!isPlainObject(value)) return value;
  const { kind: _kind, ...rest } = value;
  return 'config' in rest && Object.keys(rest).length === 1 ? rest['config'] : rest;
}

function isRule(value: Plain): value is PlainObject {
  return isPlainObject(value) && value['kind'] === 'polyref.rule';
}

function labelOf(rule: Plain, index: number): string {
  const id = isRule(rule) ? rule['id'] : undefined;
  return typeof id === 'string' && id !== '' ? `\`${shorten(id)}\`` : `Number ${index + 1} of \`own\``;
}

/** What Zod found, part by part, in our words; each text once. */
function refusalsOf(error: z.ZodError, path: readonly (string | number)[]): readonly { readonly part: string; readonly refusal: Refusal }[] {
  const all = error.issues.flatMap((issue) => {
    const at = [...path, ...(issue.path as readonly (string | number)[])];
    const part = at.slice(0, 2).join('.');
    const said: Partial<UnknownKey> & Refusal = saidBy(issue.message) ?? { message: `\`${part}\` of the configuration is not what it can be.`, hint: 'See the type `Config` of `polyref`.' };
    const { message, hint, names } = said;
    if (issue.code !== 'unrecognized_keys' || names === undefined) return [{ part, refusal: { message, hint } }];
    return issue.keys.map((key) => ({
      part: part === 'rules' || part === 'docs' ? `${part}.${key}` : part,
      refusal: { message: message.replace('{key}', () => shorten(key)), hint: didYouMean(key, names) || hint },
    }));
  });
  return [...new Map(all.map((each) => [`${each.part}\n${each.refusal.message}`, each])).values()];
}

/** Our words; `undefined` of a text that Zod wrote itself. */
function saidBy(message: string): (Partial<UnknownKey> & Refusal) | undefined {
  try {
    return JSON.parse(message) as Partial<UnknownKey> & Refusal;
  } catch {
    return undefined;
  }
}
