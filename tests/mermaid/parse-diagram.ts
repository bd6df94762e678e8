import mermaid from 'mermaid';

/** What Mermaid's own parser makes of a diagram, with entity codes turned back into what they stand for. Throws where it does not parse. */
export async function parseDiagram(text: string): Promise<ParsedDiagram> {
  // Diagram kinds register on first use.
  await mermaid.parse('erDiagram');
  const { db } = (await mermaid.mermaidAPI.getDiagramFromText(text)) as unknown as { readonly db: ErDatabase };
  const byId = new Map([...db.getEntities()].map(([id, entity]) => [entity.id, decode(id)]));
  return {
    entities: [...db.getEntities()].map(([id, { alias, cssClasses, attributes }]) => ({
      id: decode(id),
      name: decode(alias),
      classes: cssClasses.split(' ').slice(1),
      rows: attributes.map(({ type, name, keys, comment }) => ({ type, name, keys: keys ?? [], comment: decode(comment ?? '') })),
    })),
    relations: db.getRelationships().map(({ entityA, entityB, roleA, relSpec }) => ({
      from: byId.get(entityA) ?? '', to: byId.get(entityB) ?? '', label: decode(roleA), byDatabase: relSpec.relType === 'IDENTIFYING', ends: [relSpec.cardB, relSpec.cardA],
    })),
  };
}

export interface ParsedDiagram {
  readonly entities: readonly { readonly id: string; readonly name: string; readonly classes: readonly string[]; readonly rows: readonly ParsedRow[] }[];
  readonly relations: readonly { readonly from: string; readonly to: string; readonly label: string; readonly byDatabase: boolean; readonly ends: readonly string[] }[];
}

export interface ParsedRow {
  readonly type: string;
  readonly name: string;
  readonly keys: readonly string[];
  readonly comment: string;
}

interface ErDatabase {
  getEntities(): Map<string, { id: string; alias: string; cssClasses: string; attributes: { type: string; name: string; keys?: string[]; comment?: string }[] }>;
  getRelationships(): { entityA: string; entityB: string; roleA: string; relSpec: { cardA: string; cardB: string; relType: string } }[];
}

const NAMED: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', amp: '&' };

/** Mermaid hands entity codes on as `ﬂ°quot¶ß` and `ﬂ°°37¶ß`. */
function decode(text: string): string {
  return text.replace(/ﬂ°°(\d+)¶ß|ﬂ°(\w+)¶ß/g, (all, code?: string, name?: string) => (code !== undefined ? String.fromCodePoint(Number(code)) : (NAMED[name ?? ''] ?? all)));
}
