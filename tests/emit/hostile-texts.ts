/** Text that would do something if it were not escaped. */
export const HOSTILE_TEXTS: readonly string[] = [
  '{process.exit()}', '<script>alert(1)</script>', '`code`', '``', '`', ' | ', '\\|', '`a\\|b`', ']]>', '\n---\n', '\n\n---\n\ntitle: x', '\nimport x from "y"', '\n\nimport x from "y"\n\n', '\n\nexport const x = 1\n\n',
  '\u202eevil', '\u200f', '%%{init: {"theme":"dark"}}%%', '<!-- x -->', '<Facts>', '</Facts>', '<Store id={1} />', '</details>', '<a href="javascript:alert(1)">x</a>', '[x](javascript:alert(1))', '![x](https://e.example/t.png)',
  '[x]: https://e.example', '<https://e.example>', '<javascript:alert(1)>', '[x](//e.example)', '*/ }{ evil() } {/*', '"', "'", '\\', '\\\\', '&lt;b&gt;', '&#123;x}', '# heading', '\n# Fields\n\n## Retention', '\n\n- item\n  - item', '\n> quote',
  '\n:::note[x]\ny\n:::', ':x[y]{z}', '::x', '$$x$$', '~~x~~', '*x*', '_x_', '__x__', '\n    indented', '\n```js\nlet x = {}\n```\n', '\n```mermaid\ngraph TD\n```', '\n~~~\n```\n{x}', '|\n| --- |', '[^1]', '\n\n[^1]: note', '🦊', '\u0000', '\ud800', '\u2028', '\r\n', '\t', '#L1', '.mdx', '../../x',
  '${x}', '<>x</>', '<x', '{', '}', '{/*', '<?php ?>', '<![CDATA[x]]>', 'https://e.example/{x}', 'a@b.example',
];
