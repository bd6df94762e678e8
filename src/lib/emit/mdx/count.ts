/** `3 entities`, `1 entity`, `no entities`. */
export function count(number: number, one: string, many: string): string {
  return number === 0 ? `no ${many}` : `${number} ${number === 1 ? one : many}`;
}
