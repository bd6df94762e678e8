import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stableJson } from '../../src/lib/model/stable-json.ts';
import { documentText, joinLines } from '../../src/lib/model/terminal-text.ts';
import { visibleColumns, visibleLine } from '../../src/lib/model/visible-line.ts';
import { UNSAFE_PIECES, unsafeLines } from '../support/unsafe-lines.ts';

const anyText = fc.oneof(fc.array(fc.constantFrom(...UNSAFE_PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')), fc.string({ unit: 'binary', maxLength: 20 }));

describe('text within a line', () => {
  test.each([
    ['nothing to see to', '`mongodb.carts` – 30 days; ## Heading, [x], a::b', '`mongodb.carts` – 30 days; ## Heading, [x], a::b'],
    ['line breaks', 'a\nb\r\nc\rd\u2028e\u0085f\v\f\n  g', 'a ⏎ b ⏎ c ⏎ d ⏎ e ⏎ f ⏎ g'],
    ['an escape, a bell, a tab', '\u001b[2J\u0007\t\u009b', '⟨U+001B⟩[2J⟨U+0007⟩ ⟨U+009B⟩'],
    ['direction', 'a\u202eb\u2066c\u200fd', 'a⟨U+202E⟩b⟨U+2066⟩c⟨U+200F⟩d'],
    ['no width', 'us\u200ders\u200b\ufeff\u00ad\u{e0041}', 'us⟨U+200D⟩ers⟨U+200B⟩⟨U+FEFF⟩⟨U+00AD⟩⟨U+E0041⟩'],
    ['half of a pair', 'a\ud800b', 'a\ufffdb'],
    ['commands of build servers', 'x ##[add-mask]y ##vso[task.complete]z', 'x #\\#[add-mask]y #\\#vso[task.complete]z'],
    // What joins is part of what one reads.
    ['words and pictures', 'می\u200cخواهم क्\u200dष 👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3', 'می\u200cخواهم क्\u200dष 👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3'],
  ])('%s', (_, text, shown) => {
    expect(visibleLine(text)).toBe(shown);
  });

  test('any text is safe, stays on its line, and changes only once', () => {
    fc.assert(fc.property(anyText, (text) => {
      const shown = visibleLine(text);
      expect(unsafeLines(`x${shown}`)).toEqual([]);
      expect(shown).not.toContain('\n');
      expect(visibleLine(shown)).toBe(shown);
    }), { numRuns: 2000 });
  });

  test('in a code frame every unit stays one', () => {
    expect(visibleColumns('\ta\u001b[2J\u007f\u202e\u{e0041}##vso[x]')).toBe(' a␛[2J␡\ufffd\ufffd\ufffd#\ufffdvso[x]');
    fc.assert(fc.property(anyText.filter((text) => !/[\r\n\u2028\u2029]/.test(text)), (text) => {
      expect(visibleColumns(text)).toHaveLength(text.length);
      expect(unsafeLines(`x${visibleColumns(text)}`)).toEqual([]);
    }), { numRuns: 2000 });
  });
});

describe('lines', () => {
  test('one that would be a command is none', () => {
    expect(joinLines(['::add-mask::a', ' \u00a0::add-mask::a', 'a ::add-mask::a', [{ text: '::', colour: 31 }, 'error::a'], ['#', '#[x]'], [': ', '::']])).toBe('\\::add-mask::a\n \u00a0\\::add-mask::a\na ::add-mask::a\n\\::error::a\n#\\#[x]\n: ::\n');
    expect(joinLines([['#', { text: '#', colour: 31 }, 'vso[x]'], [{ text: ':', colour: 31 }, ':x::']], { colour: true })).toBe('#\u001b[31m\\#\u001b[0mvso[x]\n\u001b[31m\\:\u001b[0m:x::\n');
  });

  test('coloured by us, or by another program, they keep colours and nothing else', () => {
    expect(joinLines([[{ text: 'a\u001b[32m', colour: 31 }, { coloured: '\u001b[2mb\u001b[2K\u001b[0m' }]], { colour: true })).toBe('\u001b[31ma⟨U+001B⟩[32m\u001b[0m\u001b[2mb⟨U+001B⟩[2K\u001b[0m\n');
  });

  test('any lines, any pieces, any document are safe', () => {
    const anyPiece = fc.oneof(anyText, fc.record({ text: anyText, colour: fc.constantFrom(2, 31) }), fc.record({ coloured: anyText }));
    fc.assert(fc.property(fc.array(fc.oneof(anyText, fc.array(anyPiece, { maxLength: 4 })), { maxLength: 4 }), fc.boolean(), (lines, colour) => {
      const text = joinLines(lines, { colour });
      expect(unsafeLines(text, { colour: true })).toEqual([]);
      expect(text.split('\n')).toHaveLength(lines.length + 1);
    }), { numRuns: 2000 });
    fc.assert(fc.property(anyText, (text) => {
      expect(unsafeLines(documentText(text))).toEqual([]);
    }), { numRuns: 2000 });
  });
});

test('JSON is safe to print, and means what it meant', () => {
  expect(stableJson({ a: '\u202e##vso[x]\u001b ❤\ufe0f\n' })).toBe('{"a":"\\u202e#\\u0023vso[x]\\u001b ❤\ufe0f\\n"}\n');
  fc.assert(fc.property(fc.dictionary(anyText.filter((key) => key !== '__proto__'), fc.array(anyText, { maxLength: 20 })), (value) => {
    const json = stableJson(value);
    expect(unsafeLines(json)).toEqual([]);
    expect(JSON.parse(json)).toEqual(value);
  }), { numRuns: 2000 });
});
