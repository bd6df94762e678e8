/**
 * Foreign text, as it may stand within a line of a terminal, a log or a report. It stays on that line, and everything in it can be seen:
 * a line break shows as `⏎`, a character without a glyph as its code point, such as `⟨U+001B⟩`.
 * Commands of build servers that run wherever they stand in a line are broken by a backslash. Text without any of these stays as it is.
 */
export function visibleLine(text: string): string {
  return showHidden(text).replace(LOGGING_COMMAND, '\\$&');
}

/** The same for a line of source in a code frame: every UTF-16 unit stays one, so that the mark below it stays under its column. */
export function visibleColumns(line: string): string {
  return line
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f]/g, (unit) => (unit === '\t' ? ' ' : unit === '\u007f' ? '␡' : String.fromCharCode(0x2400 + unit.charCodeAt(0))))
    .replace(HIDDEN_UNLESS_AT_WORK, (match, atWork?: string) => atWork ?? '\ufffd'.repeat(match.length))
    .replace(LOGGING_COMMAND, '\ufffd');
}

/** JSON that can be printed anywhere: what cannot be seen, and what a build server would run, is written as `\u202e`. Parsed, it is the same. */
export function escapeHidden(json: string): string {
  if (!HIDDEN_OR_COMMAND.test(json)) return json;
  // Outside of strings JSON has none of these but ends of lines.
  return json.replace(HIDDEN_UNLESS_AT_WORK, (match, atWork?: string) => atWork ?? (match === '\n' ? match : escapeUnits(match))).replace(LOGGING_COMMAND, escapeUnits);
}

/**
 * A finished line without what a build server runs: GitHub reads `::name::` behind any blanks at the start of a line;
 * GitHub `##[name]`, Azure `##vso[name]` and TeamCity `##teamcity[name]` are read wherever they stand in one. Colours do not count as text.
 */
export function breakCommands(line: string): string {
  return line.replace(/^(?:\s|\u001b\[[\d;]*m)*(?=:(?:\u001b\[[\d;]*m)*:)/, '$&\\').replace(LOGGING_COMMAND, '\\$&');
}

function showHidden(text: string): string {
  const whole = text.toWellFormed();
  if (!HIDDEN.test(whole)) return whole;
  return whole
    .replace(/[\n\v\f\r\u0085\u2028\u2029][\s\u0085]*/g, (_, at: number) => (at === 0 ? '⏎ ' : ' ⏎ '))
    .replaceAll('\t', ' ')
    .replace(HIDDEN_UNLESS_AT_WORK, (match, atWork?: string) => atWork ?? `⟨U+${(match.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

function escapeUnits(text: string): string {
  return [...Array(text.length).keys()].map((at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}

/** The second `#` of a command of Azure, TeamCity or an older GitHub runner. */
const LOGGING_COMMAND = /(?<=#(?:\u001b\[[\d;]*m)*)#(?=(?:\w|\u001b\[[\d;]*m)*\[)/g;

/** Controls, line breaks, and what Unicode tells programs not to draw: marks that turn the direction, zero-width characters, fillers, tags. */
const HIDDEN_CHARACTER = '[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb]';

/** Scripts in which a joiner between two letters changes how these look. */
const JOINED = ['Arab', 'Syrc', 'Mong', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Mymr', 'Khmr', 'Tibt'].map((script) => `\\p{Script=${script}}`).join('');

/** Marks of these scripts that are hidden themselves. */
const NO_LETTER = '\\p{Default_Ignorable_Code_Point}';

/** A joiner or selector within a word of such a script, or within an emoji, is part of what one sees. */
const AT_WORK = [
  `(?<=[${JOINED}])(?<!${NO_LETTER})[\\u200c\\u200d](?!${NO_LETTER})(?=[${JOINED}])`,
  '(?<=\\p{Extended_Pictographic}(?:\\ufe0f|\\p{Emoji_Modifier})?)\\u200d(?=\\p{Extended_Pictographic})',
  '(?<=\\p{Extended_Pictographic})[\\ufe0e\\ufe0f]',
  '(?<=[0-9#*])\\ufe0f(?=\\u20e3)',
].join('|');

const HIDDEN = new RegExp(HIDDEN_CHARACTER, 'u');
const HIDDEN_OR_COMMAND = new RegExp(`(?!\\n)${HIDDEN_CHARACTER}|##\\w*\\[`, 'u');
const HIDDEN_UNLESS_AT_WORK = new RegExp(`(${AT_WORK})|${HIDDEN_CHARACTER}`, 'gu');
