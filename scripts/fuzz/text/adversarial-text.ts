import type { Random } from '../random.ts';

/** Calls itself when it runs: whoever watches `globalThis` notices. */
export const CANARY = 'globalThis.polyrefCanary()';

/** What parsers of Markdown, MDX, YAML, HTML and JavaScript stumble over, and what turns into it when it stands beside something else. */
const PIECES: readonly string[] = [
  '\\', '\\', '`', '`', '``', '```', '````', '{', '{', '}', '}', '<', '>', '&', '*', '**', '_', '__', '|', '~', '~~', '~~~', '[', ']', '(', ')', '!', '#', '##', ':', '::', ':::', '@', '$', '$$', '^', '"', "'", '=', '-', '+', '.', ',', ';', '/', '?', '%',
  `{${CANARY}}`, `{${CANARY}}`, `{0/*\\`, '*/', '/*', '{/*', '*/}', '//', `<a id={${CANARY}}>`, `<Store {...${CANARY}}/>`, `<Facts x={${CANARY}}>`, '${x}', '{...x}', '{`', '`}', '{"', '{\'', '{//', '{{', '}}',
  '\n', '\n', '\n\n', '\r\n', '\t', ' ', ' ', '  ', '    ', '\u00a0', '\u3000', '\u2028', '\u0085', '\ufeff', '\u000b', '\u000c',
  `\nimport x from "${CANARY}"`, `\n\nexport const x = ${CANARY}\n\n`, 'import', 'export', 'import x from "y"', 'export default 1',
  '\n---\n', '---', '+++', '***', '\n===\n', '- ', '+ ', '* ', '1. ', '2) ', '> ', '- [ ] ', '\n    ', '|---|', '\n|a|b|\n|-|-|\n', '| :-: |', ': ', '\n: ',
  ':::note', ':x[y]{z}', '::x', ':1', '[^1]', '[^1]: ', '[x]: /y', '[x](y)', '![x](./y.js)', '[x](javascript:alert(1))', '](', '][', '<https://e.example>', 'https://e.example/', 'www.e.example', 'a@b.example', 'mailto:', 'javascript:', '#x',
  '&#123;', '&#x7b;', '&lbrace;', '&lt;', '&amp;', '&amp;#123;', '&#', '&', '&nbsp;', '&#0;', '%7B',
  '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<>', '</>', '<script>', '</script>', '<code>', '</code>', '<pre>', '<br/>', '<Facts>', '</Facts>', '<Store id="x">', '</details>', '<summary>', '<style>', '</',
  '```js\n', '```mermaid\n', '\n```\n', '\n~~~\n', '\n````\n', 'erDiagram', '%%{init: {}}%%',
  'a', 'b', 'users', 'id', 'x_y', '_id', 'a.b', '7', 'é', '字', '漢字', 'あ', 'ｆ', '🦊', '👩‍👩‍👧', '\u0301', '\u200b', '\u200d', '\u202e', '\u2066', '\u200f', '\u0000', '\u001b', '\ud800', '\udc00', '…', '“', '»',
];

/** A text of up to a dozen pieces; a third of them is short, because the ends of a text are where it meets what stands beside it. */
export function adversarialText(random: Random): string {
  const length = 1 + Math.floor(random.next() * (random.next() < 0.35 ? 3 : 12));
  let text = '';
  for (let at = 0; at < length; at += 1) text += random.pick(PIECES);
  return text;
}
