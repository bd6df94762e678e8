/** The licenses that a shipped package may have, by SPDX identifier, and why. A new one is a decision, not a formality: read the license first. */
export const ALLOWED: Readonly<Record<string, Allowance>> = {
  '0BSD': { reason: 'Permissive, without a condition.' },
  'Apache-2.0': { reason: 'Permissive; requires its text and notices, which the site carries.' },
  'BlueOak-1.0.0': { reason: 'Permissive; requires its text.' },
  'BSD-2-Clause': { reason: 'Permissive; requires its text.' },
  'BSD-3-Clause': { reason: 'Permissive; requires its text, and not to advertise with its authors.' },
  'CC0-1.0': { reason: 'In the public domain.' },
  ISC: { reason: 'Permissive; requires its text.' },
  MIT: { reason: 'Permissive; requires its text.' },
  'OFL-1.1': { reason: 'Fonts may be handed on with the site, unchanged and with their license.' },
  'Python-2.0': { reason: 'Permissive; requires its text.' },
  Unlicense: { reason: 'In the public domain.' },
  'EPL-2.0': {
    reason: 'The layout of diagrams, also in the browser, so it is handed on with the site: unchanged, with its license and the place of its source.',
    only: /^elkjs$/,
  },
  'LGPL-3.0-or-later': {
    reason: 'libvips, which sharp uses to shrink pictures while the site is built: a library of its own that anybody can replace, and no part of the site.',
    only: /^@img\/sharp-/,
    notInSite: true,
  },
  'MPL-2.0': {
    reason: 'Lightning CSS, which shrinks style sheets while the site is built: unchanged, and no part of the site.',
    only: /^lightningcss(?:-|$)/,
    notInSite: true,
  },
};

export interface Allowance {
  readonly reason: string;
  /** It goes for these packages alone; without it, for all. */
  readonly only?: RegExp;
  /** It does not go for what the built site carries. */
  readonly notInSite?: boolean;
}

/** Licenses of packages that name none in their package.json, by name and version, so that a new version is read again. */
export const READ_BY_HAND: Readonly<Record<string, { readonly license: string; readonly reason: string }>> = {
  'khroma@2.1.0': { license: 'MIT', reason: 'The file `license` of the package.' },
};
