/** Does something with each item, at most 16 at a time: each takes a process, of which a system allows only so many. Stops at the first failure. */
export async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(16, items.length) }, worker));
}
