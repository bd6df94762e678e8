/**
 * The characters that text may hold which fits a regular expression, or more than these, each in both cases: a pattern in a JSON Schema has lost its flags.
 * Undefined where that cannot be told: the pattern is not anchored at both ends, or means any character somewhere.
 */
export function patternCharacters(pattern: string): PatternCharacters | undefined {
  const body = /^\^(.*)\$$/s.exec(pattern.replace(LOOK_AROUND, ''))?.[1];
  if (body === undefined || /\(\?<?[=!]/.test(body)) return undefined;
  const found: PatternCharacters[] = [];
  let depth = 0;
  for (const [token] of body.matchAll(TOKEN)) {
    if (token === ')') depth -= 1;
    else if (token === '|' && depth === 0) return undefined;
    else if (token.startsWith('(')) depth += 1;
    else if (!/^(?:\||[*+?^$]|\{[\d,]+\})$/.test(token)) {
      const characters = token.startsWith('[') ? classCharacters(token.slice(1, -1)) : single(token);
      if (characters === undefined) return undefined;
      found.push(characters);
    }
  }
  return together(found);
}

export interface PatternCharacters {
  /** Absent: any but those that are refused. */
  readonly chars?: string;
  readonly slash: boolean;
}

const LOOK_AROUND = /\(\?<?[=!](?:\\.|\[(?:\\.|[^\]\\])*\]|[^()\\[])*\)/gs;
const CLASS = /\[(?:\\.|[^\]\\])*\]/;
const TOKEN = new RegExp(`${CLASS.source}|\\\\.|\\(\\?(?::|<\\w+>)|\\{\\d+(?:,\\d*)?\\}|.`, 'gsu');

const DIGITS = '0123456789';
const SETS: Readonly<Record<string, string>> = { d: DIGITS, w: `${DIGITS}_abcdefghijklmnopqrstuvwxyz`, s: ' \t\n\r\f\v', n: '\n', r: '\r', t: '\t' };

function single(token: string): PatternCharacters | undefined {
  if (token === '.') return undefined;
  if (!token.startsWith('\\')) return of(token);
  const escaped = token.slice(1);
  // A back reference repeats what was there.
  if (/^[1-9bB]$/.test(escaped)) return of('');
  return /^\w$/.test(escaped) ? (SETS[escaped] === undefined ? undefined : of(SETS[escaped])) : of(escaped);
}

function classCharacters(inside: string): PatternCharacters | undefined {
  const negated = inside.startsWith('^');
  const parts: PatternCharacters[] = [];
  for (const [, from, to, one = ''] of inside.slice(negated ? 1 : 0).matchAll(/(\\.|[^\\])-(\\.|[^\\])|(\\.|.)/gsu)) {
    const characters = from !== undefined && to !== undefined ? range(from, to) : one === '.' ? of('.') : single(one);
    if (characters === undefined) return undefined;
    parts.push(characters);
  }
  const { chars = '', slash } = together(parts);
  return negated ? { slash: !slash } : { chars, slash };
}

/** More than this no class spells out. */
const LONGEST_RANGE = 300;

function range(from: string, to: string): PatternCharacters | undefined {
  // `\d-x` is no range, and `\x41-\x5a` is none that is read here.
  if (/^\\\w$/.test(from) || /^\\\w$/.test(to)) return undefined;
  const [first, last] = [from, to].map((end) => end.replace(/^\\/, '').codePointAt(0) ?? 0) as [number, number];
  if (last - first > LONGEST_RANGE) return undefined;
  return of(Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => String.fromCodePoint(first + at)).join(''));
}

function of(text: string): PatternCharacters {
  return { chars: text, slash: text.includes('/') };
}

function together(parts: readonly PatternCharacters[]): PatternCharacters {
  const slash = parts.some((part) => part.slash);
  if (parts.some(({ chars }) => chars === undefined)) return { slash };
  const chars = parts.map((part) => part.chars ?? '').join('');
  return { chars: [...new Set(`${chars}${chars.toLowerCase()}${chars.toUpperCase()}`)].join(''), slash };
}
