import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardStream } from '../../scripts/guard-stream.ts';
import { commandLine, packageRoot, resolveProject } from '../../scripts/project.ts';
import { quoteWord } from '../../scripts/quote-word.ts';
import { createTerminal } from '../../scripts/terminal.ts';
import { UNSAFE_PIECES, unsafeLines } from '../support/unsafe-lines.ts';

/** A stream that somebody writes to after it was guarded. */
function guarded(colour = true) {
  const written: string[] = [];
  const stream = { write: (chunk: string | Uint8Array, done?: unknown) => (written.push(String(chunk)), typeof done === 'function' && (done as () => void)(), true) };
  const own = guardStream(stream as never, { colour });
  return { stream: stream as unknown as NodeJS.WriteStream, own, text: () => written.join('') };
}

describe('what others write to the streams of the process', () => {
  test('keeps its colours and its lines, and commands nothing', () => {
    const { stream, text } = guarded();
    stream.write('\u001b[31m[ERROR]\u001b[39m a page\n::add-mask::x\r\n  ::error::y\u001b[2J\n');
    expect(text()).toBe('\u001b[31m[ERROR]\u001b[39m a page\n\\::add-mask::x\n  \\::error::y⟨U+001B⟩[2J\n');
  });

  test('loses its colours where nobody sees them, and a command that they hid', () => {
    const { stream, text } = guarded(false);
    stream.write('\u001b[31m[ERROR]\u001b[39m a page\n:\u001b[1m:error::x\n##\u001b[22m[group]\n');
    expect(text()).toBe('[ERROR] a page\n\\::error::x\n#\\#[group]\n');
  });

  test('is the same in pieces, down to single bytes', () => {
    for (const whole of ['ä::add-mask::x\n::add-mask::x\n', 'a ##vso[task.complete]b\n', ' \n ::x::\n']) {
      const { stream, text } = guarded();
      for (const byte of Buffer.from(whole)) stream.write(Uint8Array.of(byte));
      expect(unsafeLines(text())).toEqual([]);
      expect(text().replaceAll('\\', '')).toBe(whole);
    }
    fc.assert(fc.property(fc.array(fc.constantFrom(...UNSAFE_PIECES)), (pieces) => {
      const { stream, text } = guarded();
      for (const piece of pieces) stream.write(piece);
      expect(unsafeLines(text(), { colour: true })).toEqual([]);
    }), { numRuns: 2000 });
  });

  test('may be waited for, and may be bytes in another encoding', () => {
    const { stream, text } = guarded();
    let done = 0;
    stream.write('', () => (done += 1));
    stream.write('YQ==', 'base64', () => (done += 1));
    expect([done, text()]).toEqual([2, 'a']);
  });

  test('our own lines pass as they are', () => {
    const { own, text } = guarded();
    own('::error title=x::y\n');
    expect(text()).toBe('::error title=x::y\n');
  });

  test('of a real process, as text and as bytes', () => {
    const code = (body: string) => `import { takeTerminal } from ${JSON.stringify(join(packageRoot, 'scripts/terminal.ts'))}; takeTerminal(); ${body}`;
    expect(execFileSync(process.execPath, ['--input-type=module', '--eval', code("console.log('a\\n::add-mask::x\\u001b[2J'); process.stdout.write(Buffer.from('##[x]'));")]).toString()).toBe('a\n\\::add-mask::x⟨U+001B⟩[2J\n#\\#[x]');
  });
});

describe('a terminal', () => {
  test('prints a line, whatever is in it', () => {
    let out = '';
    const terminal = createTerminal({ out: (text) => (out += text), err: (text) => (out += text), isWatched: true });
    terminal.out('Wrote a\n::add-mask::x');
    terminal.err('::error::x\n');
    terminal.progress('Reading \u001b[2J\n …');
    expect(out).toBe('Wrote a ⏎ ::add-mask::x\n\\::error::x\n\r\u001b[KReading ⟨U+001B⟩[2J ⏎ …');
  });
});

describe('a word of a command to copy', () => {
  test.each([
    ['schema', 'schema'],
    ['../a b', "'../a b'"],
    ["it's", "'it'\\''s'"],
    ['', "''"],
    ['=x', "'=x'"],
    ['Körbe', "'Körbe'"],
    ['a\nb', "$'a\\012b'"],
    ["\u202e'\\!x", "$'\\342\\200\\256\\047\\134\\041x'"],
    ['##vso[x]', "$'\\043\\043vso\\133x\\135'"],
  ])('case %#', (word, quoted) => {
    expect(quoteWord(word)).toBe(quoted);
  });

  test('a shell reads the word, and a terminal sees nothing else', () => {
    const words = fc.sample(fc.array(fc.constantFrom(...UNSAFE_PIECES, '$(id)', '`id`', ';id', '&', '>x', '~', '!!', '*', '$HOME'), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('').toWellFormed().replaceAll('\u0000', '')), 200);
    const shown = words.map(quoteWord);
    for (const word of shown) expect(unsafeLines(`polyref diff ${word}`)).toEqual([]);
    expect(execFileSync('bash', ['-c', `printf '%s\\0' ${shown.join(' ')}`]).toString().split('\0').slice(0, -1)).toEqual(words);
  });

  test('the command that generates pages has them', () => {
    expect(commandLine(resolveProject({ schema: 'a\n::b/schema', out: 'the site' }, '/nowhere'), 'generate')).toBe("npx polyref generate --schema $'a\\012::b/schema' --out 'the site'");
  });
});
