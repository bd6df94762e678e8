/** What stands for the content of a picture or a style sheet, which is not loaded; it is told where a definition takes it for a text. @param specifier as imported */
export function assetText(specifier: string): string {
  return `${ASSET_TEXT}${specifier.split('/').at(-1) ?? ''}`;
}

/** The name of the file that such a text stands for, anywhere in a text; undefined where there is none. */
export function assetIn(text: string): string | undefined {
  return new RegExp(`${ASSET_TEXT}(\\S+)`).exec(text)?.[1];
}

const ASSET_TEXT = 'polyref-asset:';
