/** JSON with two spaces of indentation and a line end; keys keep their order, which is that of the types or of the author. */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
