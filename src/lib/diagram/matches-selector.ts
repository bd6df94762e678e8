import type { SvgElement } from './svg-tree.ts';

/**
 * Whether a selector of `DRAWING_STYLE` means an element.
 * @param path from the drawing's root to the element
 */
export function matchesSelector(path: readonly SvgElement[], selector: string): boolean {
  if (selector === '') return path.length === 1;
  return matchesFrom(path, selector.split(/ (?!>)(?<!> )/));
}

/** Which of two rules wins: classes count more than names of elements. */
export function specificityOf(selector: string): number {
  return 100 * (selector.match(/\./g)?.length ?? 0) + (selector.match(/(?:^|[ >])[a-z]/g)?.length ?? 0);
}

/** @param parts compounds; one that ` > ` joins to the one before is still part of it */
function matchesFrom(path: readonly SvgElement[], parts: readonly string[]): boolean {
  const [last, rest] = [parts.at(-1), parts.slice(0, -1)];
  if (last === undefined) return true;
  const chain = last.split(' > ');
  const own = path.slice(-chain.length);
  if (own.length < chain.length || !chain.every((compound, at) => matchesCompound(own[at], compound))) return false;
  const above = path.slice(0, -chain.length);
  return rest.length === 0 || above.some((_, at) => matchesFrom(above.slice(0, at + 1), rest));
}

function matchesCompound(element: SvgElement | undefined, compound: string): boolean {
  if (element === undefined) return false;
  const classes = (element.attributes.get('class') ?? '').split(' ');
  const [, excluded] = /:not\(\.([\w-]+)\)/.exec(compound) ?? [];
  const [name = '', ...wanted] = compound.replace(/:not\([^)]*\)/, '').split('.');
  return (name === '' || name === element.name) && wanted.every((one) => classes.includes(one)) && (excluded === undefined || !classes.includes(excluded));
}
