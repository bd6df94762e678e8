/**
 * What a terminal or a build server could be made to do by an output, in words: empty when it is safe. Written apart from the code that makes outputs safe, after how
 * GitHub's runner, Azure's agent and TeamCity read a log.
 * @param own lines that are commands on purpose
 */
export function unsafeLines(output: string, { colour = false, own }: { readonly colour?: boolean; readonly own?: RegExp } = {}): readonly string[] {
  const plain = colour ? output.replace(/\u001b\[[\d;]*m/g, '') : output;
  const lines = plain.split('\n');
  return [
    ...lines.filter((line) => own === undefined || !own.test(line)).flatMap((line) => [
      ...(line.trimStart().startsWith('::') ? [`a command of GitHub: ${JSON.stringify(line)}`] : []),
      ...(/##\w*\[/.test(line) ? [`a command of a build server: ${JSON.stringify(line)}`] : []),
    ]),
    ...[...plain].filter(isForbidden).map((character) => `U+${character.codePointAt(0)?.toString(16)}`),
    // A joiner beside a letter of Latin, Greek or Cyrillic joins nothing, and only makes two names look the same.
    ...(/[\u0000-\u052f][\u200c\u200d\ufe0e\ufe0f](?!\u20e3)|[\u200c\u200d][\u0000-\u052f]/.test(plain) ? ['a joiner that joins nothing'] : []),
    ...(plain.isWellFormed() ? [] : ['half of a surrogate pair']),
  ];
}

const FORBIDDEN: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x09], [0x0b, 0x1f], [0x7f, 0x9f], [0xad, 0xad], [0x34f, 0x34f], [0x61c, 0x61c], [0x115f, 0x1160], [0x180e, 0x180e], [0x200b, 0x200b], [0x200e, 0x200f], [0x2028, 0x202e], [0x2060, 0x206f],
  [0x3164, 0x3164], [0xfeff, 0xfeff], [0xffa0, 0xffa0], [0xfff9, 0xfffb], [0xe0000, 0xe0fff],
];

function isForbidden(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return FORBIDDEN.some(([from, to]) => from <= code && code <= to);
}

/** What each of the checks above is for. Text made of these is as bad as text can be. */
export const UNSAFE_PIECES: readonly string[] = [
  '::add-mask::x', '::error::x', '::stop-commands::x', '::', ':', '##[add-mask]x', '##[', '##vso[task.complete result=Succeeded;]', '##teamcity[x]', '##', '#', '[', ']', 'vso[',
  '\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029', '\t', ' ', '\u00a0', '\u3000', '\u0000', '\u0007', '\b', '\u001b', '\u001b[31m', '\u001b[2J', '\u001b]0;x\u0007', '\u001b]8;;https://e.example\u001b\\', '\u007f', '\u009b31m', '\u009d0;x\u009c',
  '\u061c', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u3164', '\ufe0f', '\ufe0e', '\ufff9', '\u{e0041}', '\u{e0101}', '\ud800', '\udc00',
  '%0A::add-mask::x', '%', '%25', ',', '=', '|', '`', '``', '<', '>', '&', '"', "'", '\\', '-', '+', '@@ -1 +1 @@', '{', '}', '*', '_', 'a', 'Z', '9', 'ä', 'я', 'ب', 'न', '🦊', '👩', '<!--', '-->', '</details>', '```', 'No findings',
];
