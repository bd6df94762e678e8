/**
 * What must not stand as it is in a page, by the place where it stands. Whatever matches is written as a character reference, which all parsers of Markdown, MDX and HTML
 * read alike. Nothing depends on how one of them treats a backslash, a backtick, a brace or an angle bracket.
 */
const UNSAFE = {
  /** Paragraphs, headings, cells, list items, labels of links, elements. */
  text: [
    { match: /[\\`{}<>]/, because: 'escapes, code, expressions and elements' },
    { match: /[*~[\]|]/, because: 'emphasis, deleted text, links, footnotes and cells' },
    { match: /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u, because: 'emphasis, which an underscore within a word never is' },
    { match: /!$/, because: 'images, where a link follows' },
    { match: /&(?! )/, because: 'character references' },
    { match: /:(?! )/, because: 'directives and bare addresses' },
    { match: /@(?! )|(?<=[wW]{3})\./, because: 'bare addresses' },
    { match: /\$/, because: 'formulas on GitHub' },
  ],
  /** Where a line begins; what is escaped as text needs this in addition. */
  lineStart: [
    { match: /^[-+#=:]/, because: 'lists, headings, rules and definitions' },
    { match: /(?<=^\d{1,9})[.)](?= |$)/, because: 'numbered lists' },
    { match: /^[ie](?=(?:mport|xport)(?![\p{L}\p{N}_$]))/u, because: 'imports and exports' },
  ],
  /** Headings; what is escaped as text needs this in addition. */
  heading: [{ match: /#(?=#*$)/, because: 'the marks that may close a heading' }],
  /** Values of attributes, between quotes. */
  attribute: [{ match: /[\\`{}<>*~[\]|"&:@$]/, because: 'the end of the value, and everything that a scan for inline marks may see' }],
  /** What follows the ticks of a fence. */
  fenceInfo: [{ match: /[\\`{}<>*~[\]|:@$]|&(?! )/, because: 'the end of the info string, and references in it' }],
  /** Targets of links, after percent-encoding. */
  linkTarget: [{ match: /[*~[\]&@$]|(?<!^(?:[hH][tT]{2}[pP][sS]?|[mM][aA][iI][lL][tT][oO])):/, because: 'emphasis, links, references, directives and bare addresses' }],
} as const satisfies Readonly<Record<string, readonly Unsafe[]>>;

interface Unsafe {
  readonly match: RegExp;
  /** What it may be taken for. */
  readonly because: string;
}

type Place = keyof typeof UNSAFE;

/** The text with everything that is unsafe in this place written as character references. */
export function encode(text: string, place: Place): string {
  return text.replace(PATTERNS[place], reference);
}

/** `{` → `&#123;`. The four that everybody knows by name get their name. */
export function reference(character: string): string {
  return NAMED[character] ?? `&#${character.codePointAt(0)};`;
}

/**
 * Inline code that may stand between backticks, which is easier to review than an element: names, paths, numbers, addresses and quoted values, in which no character means
 * anything to any parser of code. What is no such thing is an element, in which all is written as references.
 */
export function isPlainCode(line: string): boolean {
  return /^(?! )(?:[A-Za-z0-9_\-./,()'"=+#%!?;:@ ]|\[\]|[^\u0000-\u007f])+(?<! )$/u.test(line);
}

const NAMED: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

const PATTERNS = Object.fromEntries(
  Object.entries(UNSAFE).map(([place, list]) => [place, new RegExp(list.map(({ match }) => match.source).join('|'), 'gu')]),
) as Readonly<Record<Place, RegExp>>;
