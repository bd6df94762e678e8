import type { Allowance } from './allowed.ts';
import { judgeLicense } from './judge-license.ts';
import type { ShippedPackage } from './shipped-packages.ts';

/** A line for each package (name, version, license, whether the built site carries it), what is special about some, and what is not allowed. */
export function renderLicenses(packages: readonly ShippedPackage[], { allowed, readByHand, inSite }: Decisions): { readonly out: string; readonly err: string } {
  const rows = packages.map(({ name, version, license }) => {
    const expression = license ?? readByHand[`${name}@${version}`]?.license;
    const where = inSite.has(name) ? 'site' : 'build';
    return { name, version, where, expression, judgement: judgeLicense({ name, inSite: where === 'site', expression }, allowed) };
  });
  const carried = rows.filter(({ where }) => where === 'site').length;
  const special = Object.entries(allowed).filter(([, { only }]) => only !== undefined).flatMap(([license, { reason }]) => {
    const names = rows.filter(({ judgement }) => judgement.kind === 'allowed' && judgement.licenses.includes(license)).map(({ name, version }) => `${name} ${version}`);
    return names.length === 0 ? [] : [`${license}: ${reason}\n${names.map((name) => `  ${name}\n`).join('')}`];
  });
  const out = [
    rows.map(({ name, version, expression, where }) => `${name} ${version}  ${expression ?? 'none'}  ${where}\n`).join(''),
    `${packages.length} packages: ${carried} are carried by the built site, ${packages.length - carried} run only where it is built.\n`,
    ...special,
  ];
  const refused = rows.flatMap(({ name, version, judgement }) => (judgement.kind === 'refused' ? [`error  ${name} ${version} ${judgement.why}.\n`] : []));
  const advice = 'Read the license, then allow it in scripts/licenses/allowed.ts with the reason, or use another package.\n';
  return { out: out.join('\n'), err: refused.length === 0 ? '' : [...refused, advice].join('') };
}

export interface Decisions {
  readonly allowed: Readonly<Record<string, Allowance>>;
  /** By `name@version`. */
  readonly readByHand: Readonly<Record<string, { readonly license: string }>>;
  /** Names of the packages that the built site carries. */
  readonly inSite: ReadonlySet<string>;
}
