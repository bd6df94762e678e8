/** Node's own `import()`: loaded by `require`, this file is out of the reach of bundlers and test runners, which take every `import()` for themselves. */
export function importNatively(url: string): Promise<Readonly<Record<string, unknown>>> {
  return import(url) as Promise<Readonly<Record<string, unknown>>>;
}
