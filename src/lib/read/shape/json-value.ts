/** A value as JSON has it; `undefined` of what is none. Metadata and defaults may hold anything. */
export function jsonValue(value: unknown): unknown {
  try {
    const text = JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? Number(each) : each));
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
