/**
 * What Mermaid does to a text before its grammar sees it, with the number of lines kept, so that errors name the right one:
 * front matter, directives and comments go; entity codes (`#quot;`) become marks that the grammar accepts anywhere.
 */
export function cleanSource(text: string): CleanSource {
  const lines = text.replace(/\r\n?/g, '\n');
  const frontMatter = /^\s*---[ \t]*\n([\s\S]*?)\n[ \t]*---[ \t]*(?=\n|$)/.exec(lines);
  const title = frontMatter?.[1] === undefined ? undefined : /^[ \t]*title:[ \t]*(.+?)[ \t]*$/m.exec(frontMatter[1])?.[1];
  const cleaned = (frontMatter === null ? lines : blank(frontMatter[0]) + lines.slice(frontMatter[0].length))
    .replace(/%%\{[\s\S]*?\}%%/g, blank)
    .replace(/^\s*%%[^\n]*$/gm, blank)
    .replace(/style.*:\S*#.*;/g, (match) => match.slice(0, -1))
    .replace(/classDef.*:\S*#.*;/g, (match) => match.slice(0, -1))
    .replace(/#(\w+);/g, (_match, code: string) => `${OPEN}${code}${CLOSE}`);
  return { text: cleaned, ...(title === undefined ? {} : { title: title.replace(/^(["'])(.*)\1$/, '$2') }) };
}

export interface CleanSource {
  readonly text: string;
  readonly title?: string;
}

/** The characters that entity codes stand for: `#quot;`, `#35;`, `#x23;`. A code that nobody knows stays as it was written. */
export function decodeEntityCodes(text: string): string {
  return text.replace(MARKED, (_match, code: string) => characterOf(code) ?? `#${code};`);
}

const OPEN = 'ﬂ°';
const CLOSE = '¶ß';
const MARKED = new RegExp(`${OPEN}(\\w+)${CLOSE}`, 'g');

const NAMED: Readonly<Record<string, string>> = {
  amp: '&', apos: '\'', ast: '*', bsol: '\\', colon: ':', comma: ',', commat: '@', copy: '©', dollar: '$', equals: '=', excl: '!', grave: '`', gt: '>', hash: '#',
  hellip: '…', infin: '∞', laquo: '«', lbrace: '{', lbrack: '[', lcub: '{', lpar: '(', lsqb: '[', lt: '<', mdash: '—', middot: '·', minus: '−', nbsp: '\u00A0',
  ndash: '–', num: '#', para: '¶', percnt: '%', period: '.', plus: '+', quest: '?', quot: '"', raquo: '»', rarr: '→', rbrace: '}', rbrack: ']', rcub: '}',
  reg: '®', rpar: ')', rsqb: ']', sect: '§', semi: ';', sol: '/', szlig: 'ß', tilde: '~', times: '×', verbar: '|', vert: '|',
};

function characterOf(code: string): string | undefined {
  const hexadecimal = /^x([0-9a-f]{1,6})$/i.exec(code)?.[1];
  const number = hexadecimal !== undefined ? parseInt(hexadecimal, 16) : /^\d{1,7}$/.test(code) ? Number(code) : undefined;
  if (number === undefined) return Object.hasOwn(NAMED, code) ? NAMED[code] : undefined;
  return number > 0 && number <= 0x10ffff && (number < 0xd800 || number > 0xdfff) ? String.fromCodePoint(number) : undefined;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, '');
}
