import type { KeyPart, KeyTemplate } from './entity.ts';

/**
 * Parses `{tenantId}/strategies/{strategyId}/v{version}.md`. A brace that is meant literally is doubled: `{{`, `}}`.
 * What is wrong with a bad template comes back as a sentence, never thrown.
 */
export function parseKeyTemplate(template: string): { readonly key: KeyTemplate; readonly problem?: undefined } | { readonly problem: string } {
  if (template === '') return { problem: 'The key template is empty.' };
  const parts: KeyPart[] = [];
  let literal = '';
  const endLiteral = () => {
    if (literal !== '') parts.push({ kind: 'literal', text: literal });
    literal = '';
  };
  for (let at = 0; at < template.length; ) {
    const two = template.slice(at, at + 2);
    if (two === '{{' || two === '}}') {
      literal += two[0];
      at += 2;
    } else if (template[at] === '}') {
      return { problem: `The key template closes a brace at character ${at + 1} that was never opened.` };
    } else if (template[at] === '{') {
      const end = template.indexOf('}', at);
      if (end < 0) return { problem: `The key template opens a brace at character ${at + 1} that is never closed.` };
      const name = template.slice(at + 1, end);
      if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name)) {
        return { problem: `The key template has a placeholder \`{${name}}\` at character ${at + 1} whose name is not a plain word.` };
      }
      endLiteral();
      parts.push({ kind: 'placeholder', name });
      at = end + 1;
    } else {
      literal += template[at];
      at += 1;
    }
  }
  endLiteral();
  return { key: { template, parts } };
}

/** Names of a template's placeholders, each once, in their order. */
export function placeholdersOf(key: KeyTemplate): readonly string[] {
  return [...new Set(key.parts.flatMap((part) => (part.kind === 'placeholder' ? [part.name] : [])))];
}
