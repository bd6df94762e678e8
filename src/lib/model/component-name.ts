/**
 * The name that pages use for a component's file: `PriceList` for `price-list.astro` and `PriceList.astro`. Undefined where the file's name is neither kebab-case nor a name in letters and digits.
 * @param file name with its ending
 */
export function componentName(file: string): string | undefined {
  const name = file.slice(0, -COMPONENT_ENDING.length);
  if (!/^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/.test(name)) return undefined;
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

export const COMPONENT_ENDING = '.astro';
