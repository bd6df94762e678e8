import { expect, test } from 'vitest';
import { drawDiagram, standaloneSvg } from '../../src/lib/diagram/index.ts';
import { drawChanges, review } from '../../src/lib/index.ts';
import { hostileCatalog } from '../emit/hostile-catalog.ts';
import { HOSTILE_TEXTS } from '../emit/hostile-texts.ts';
import { sampleCatalog } from '../emit/sample-catalog.ts';
import { parseDiagram } from './parse-diagram.ts';

const sample = sampleCatalog();
/** The sample after changes that show in its pictures: a field less and one more, another lifetime, a value that is no tenant, another key. */
const changed = {
  ...sample,
  entities: sample.entities.map((entity) => ({
    ...entity,
    fields: [...entity.fields.slice(0, -1), { ...entity.fields[0]!, path: 'more', name: 'more', keys: [] }],
    ...(entity.tenancy?.kind === 'perTenant' ? { tenancy: { ...entity.tenancy, exceptions: [{ value: 'global', reason: 'Defaults.' }] } } : {}),
    ...(entity.retention?.kind === 'expires' ? { retention: { ...entity.retention, after: '1 day' } } : {}),
    ...(entity.kind === 'objects' ? { key: { template: `new/${entity.key.template}`, parts: [{ kind: 'literal', text: 'new/' } as const, ...entity.key.parts] } } : {}),
  })),
};

test.each([...HOSTILE_TEXTS, 'a"b', 'a.b', 'a{b}c', 'a<b', 'a · b', '👩‍💻', 'changed', '· removed'].map((text) => [JSON.stringify(text), text] as const))('%s in every name: the pictures before and after show it', async (_, text) => {
  const [base, head] = [hostileCatalog(sample, text), hostileCatalog(changed, text)];
  const { before, after } = drawChanges(base, head, review({ base, head }).changes);
  for (const [picture, catalog] of [[before, base], [after, head]] as const) {
    const { entities } = await parseDiagram(picture?.text ?? '');
    const addresses = new Set(catalog.entities.map(({ address }) => address.toWellFormed()));
    expect(entities.length).toBeGreaterThan(3);
    expect(entities.filter(({ id }) => !addresses.has(id) && !id.includes('.*')).map(({ id }) => id)).toEqual([]);
    expect(entities.some(({ classes }) => classes.includes('changed'))).toBe(true);
    const svg = standaloneSvg((await drawDiagram(picture?.text ?? '', { title: text })).svg);
    // Nothing of a name is markup: every tag is one of the drawing's own, closed, and no ampersand stands alone.
    expect(svg.match(/<(?!\/?(?:svg|title|desc|style|defs|marker|g|path|rect|text|tspan|circle|line|polygon|use|symbol|clipPath|a)[\s>/])[^>]*>?/g)).toBeNull();
    expect(svg.match(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/gi)).toBeNull();
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  }
});
