import { defineRule } from '../define-rule.ts';

export const awkwardFieldName = defineRule({
  id: 'awkward-field-name',
  family: 'stores',
  severity: 'warning',
  statement: 'The name of a field is one that its store takes as it stands.',
  why: "MongoDB reads a dot in a name as a step into an object and a leading dollar as an operator: `'a.b'` can be stored, but it cannot be indexed, and only `$getField` reads it in a query. A column called `order` must be quoted in most places, because the word is reserved in SQL. Diagrams take any name: what Mermaid cannot hold is written so that it shows as it is.",
  mend: [
    'Use letters, digits and underscores:',
    "```ts\n// before\n'price.eur': z.number(),\n\n// after\npriceEur: z.number(),\n```",
  ].join('\n\n'),
  suppress: 'When the name comes from outside and cannot be changed.',
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind === 'objects') continue;
      const isTable = entity.kind === 'table';
      for (const { path, name, depth } of entity.fields) {
        const why = isTable && depth === 0 ? sqlProblem(name) : isTable ? undefined : mongoProblem(name);
        if (why === undefined) continue;
        yield { entity: entity.address, field: path, message: `\`${name}\` of \`${entity.address}\` ${why}.`, hint: isTable && RESERVED.has(name) ? 'Use another word.' : 'Use letters, digits and underscores.' };
      }
    }
  },
});

function mongoProblem(name: string): string | undefined {
  if (name.startsWith('$')) return 'begins with a dollar, and MongoDB takes it for an operator';
  if (name.includes('.')) return 'has a dot in it, and MongoDB takes what follows for a field inside';
  if (name === '' || name.includes('\0')) return 'is a name that MongoDB refuses';
  return undefined;
}

function sqlProblem(name: string): string | undefined {
  if (RESERVED.has(name)) return 'is a reserved word of SQL, and must be quoted in most places';
  return new TextEncoder().encode(name).length > 63 ? 'is longer than the 63 bytes that PostgreSQL keeps of a name' : undefined;
}

/** What PostgreSQL reserves, as a name of a column too. Source: its manual, “SQL Key Words”. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['all', 'analyse', 'analyze', 'and', 'any', 'array', 'as', 'asc', 'asymmetric', 'both', 'case', 'cast', 'check', 'collate', 'column', 'constraint', 'create'],
  ...['current_catalog', 'current_date', 'current_role', 'current_time', 'current_timestamp', 'current_user', 'default', 'deferrable', 'desc', 'distinct', 'do', 'else', 'end'],
  ...['except', 'false', 'fetch', 'for', 'foreign', 'from', 'grant', 'group', 'having', 'in', 'initially', 'intersect', 'into', 'lateral', 'leading', 'limit', 'localtime'],
  ...['localtimestamp', 'not', 'null', 'offset', 'on', 'only', 'or', 'order', 'placing', 'primary', 'references', 'returning', 'select', 'session_user', 'some', 'symmetric'],
  ...['system_user', 'table', 'then', 'to', 'trailing', 'true', 'union', 'unique', 'user', 'using', 'variadic', 'when', 'where', 'window', 'with'],
]);
