import { parseSync, Visitor, type VisitorObject } from 'rolldown/utils';

/**
 * Where a file uses a member of all that a module exports: `p.table`, `p['table']` and `const { table } = p` after `import * as p from 'polyref'`.
 * @param path absolute path of the file
 */
export function namespaceUses(path: string, text: string, specifier: string): readonly NamespaceUse[] {
  const { program, module } = parseSync(path, text);
  const namespaces = new Set(
    module.staticImports.filter(({ moduleRequest }) => moduleRequest.value === specifier).flatMap(({ entries }) => entries.flatMap(({ importName, localName }) => (importName.kind === 'NamespaceObject' ? [localName.value] : []))),
  );
  if (namespaces.size === 0) return [];
  const uses: NamespaceUse[] = [];
  const isNamespace = (node: Expression | null) => {
    const plain = node === null ? undefined : withoutTypes(node);
    return plain?.type === 'Identifier' && namespaces.has(plain.name);
  };
  const variables = new Map<number, string>();
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (init !== null && id.type === 'Identifier') variables.set(withoutTypes(init).start, id.name);
      if (id.type !== 'ObjectPattern' || !isNamespace(init)) return;
      for (const property of id.properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
        uses.push({ name: property.key.name, variable: property.value.type === 'Identifier' ? property.value.name : undefined, start: property.key.start, end: property.key.end });
      }
    },
    MemberExpression(node) {
      if (!isNamespace(node.object)) return;
      const { property } = node;
      const name = property.type === 'Identifier' && !node.computed ? property.name : property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
      if (name !== undefined) uses.push({ name, variable: variables.get(node.start), start: property.start, end: node.end });
    },
  }).visit(program);
  return uses;
}

export interface NamespaceUse {
  readonly name: string;
  /** The variable that holds it from then on. */
  readonly variable: string | undefined;
  /** Of the name, in the text. */
  readonly start: number;
  readonly end: number;
}

type Expression = NonNullable<Parameters<NonNullable<VisitorObject['VariableDeclarator']>>[0]['init']>;

function withoutTypes(node: Expression): Expression {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return withoutTypes(node.expression);
    default:
      return node;
  }
}
