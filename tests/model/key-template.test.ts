import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseKeyTemplate, placeholdersOf } from '../../src/lib/model/key-template.ts';

test('a template becomes literals and placeholders', () => {
  expect(parseKeyTemplate('{tenantId}/strategies/{strategyId}/v{version}.md')).toEqual({
    key: {
      template: '{tenantId}/strategies/{strategyId}/v{version}.md',
      parts: [
        { kind: 'placeholder', name: 'tenantId' },
        { kind: 'literal', text: '/strategies/' },
        { kind: 'placeholder', name: 'strategyId' },
        { kind: 'literal', text: '/v' },
        { kind: 'placeholder', name: 'version' },
        { kind: 'literal', text: '.md' },
      ],
    },
  });
});

test('a doubled brace is a literal one', () => {
  expect(parseKeyTemplate('{{x}}/{id}')).toMatchObject({ key: { parts: [{ kind: 'literal', text: '{x}/' }, { kind: 'placeholder', name: 'id' }] } });
});

test.each([
  ['', 'The key template is empty.'],
  ['a/{id', 'The key template opens a brace at character 3 that is never closed.'],
  ['a/id}', 'The key template closes a brace at character 5 that was never opened.'],
  ['a/{}', 'The key template has a placeholder `{}` at character 3 whose name is not a plain word.'],
  ['a/{b c}', 'The key template has a placeholder `{b c}` at character 3 whose name is not a plain word.'],
])('%j is refused', (template, problem) => {
  expect(parseKeyTemplate(template)).toEqual({ problem });
});

test('every text is either parsed whole or refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'a', '/', '-', 'é', '🦊') }), (template) => {
      const parsed = parseKeyTemplate(template);
      if (parsed.problem !== undefined) return;
      const again = parsed.key.parts.map((part) => (part.kind === 'placeholder' ? `{${part.name}}` : part.text.replaceAll('{', '{{').replaceAll('}', '}}'))).join('');
      expect(again).toBe(template);
      expect(placeholdersOf(parsed.key).every((name) => template.includes(`{${name}}`))).toBe(true);
    }),
  );
});
