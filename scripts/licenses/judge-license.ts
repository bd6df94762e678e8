import parse, { type Info } from 'spdx-expression-parse';
import type { Allowance } from './allowed.ts';

/**
 * Under which licenses a package may be used: of alternatives the first that is allowed, of several that go together each.
 * @param expression such as `(MPL-2.0 OR Apache-2.0)`
 */
export function judgeLicense({ name, inSite, expression }: { readonly name: string; readonly inSite: boolean; readonly expression: string | undefined }, allowed: Readonly<Record<string, Allowance>>): Judgement {
  if (expression === undefined) return { kind: 'refused', why: 'names no license' };
  const tree = parsed(expression);
  if (tree === undefined) return { kind: 'refused', why: `has the license \`${expression}\`, which is not an SPDX expression` };
  const licenses = chosen(tree, (license) => {
    const allowance = Object.hasOwn(allowed, license) ? allowed[license] : undefined;
    return allowance !== undefined && (allowance.only?.test(name) ?? true) && !(inSite && allowance.notInSite === true);
  });
  if (licenses !== undefined) return { kind: 'allowed', licenses };
  return { kind: 'refused', why: `has the license ${expression}, which is not allowed for ${inSite ? 'what the built site carries' : 'it'}` };
}

export type Judgement = { readonly kind: 'allowed'; readonly licenses: readonly string[] } | { readonly kind: 'refused'; readonly why: string };

function chosen(tree: Info, isAllowed: (license: string) => boolean): readonly string[] | undefined {
  if (!('conjunction' in tree)) {
    const license = `${tree.license}${tree.plus === true ? '+' : ''}${tree.exception === undefined ? '' : ` WITH ${tree.exception}`}`;
    return isAllowed(license) ? [license] : undefined;
  }
  const left = chosen(tree.left, isAllowed);
  const right = chosen(tree.right, isAllowed);
  if (tree.conjunction === 'or') return left ?? right;
  return left === undefined || right === undefined ? undefined : [...left, ...right];
}

function parsed(expression: string): Info | undefined {
  try {
    return parse(expression);
  } catch {
    return undefined;
  }
}
