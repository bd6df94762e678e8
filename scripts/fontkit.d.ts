/** The part of fontkit that `measure-fonts.ts` uses; the package brings no types. */
declare module 'fontkit' {
  export function create(file: Uint8Array): Font | FontCollection;

  export interface Font {
    readonly unitsPerEm: number;
    /** Code points. */
    readonly characterSet: readonly number[];
    glyphForCodePoint(code: number): { readonly advanceWidth: number };
  }

  export interface FontCollection {
    readonly fonts: readonly Font[];
  }
}
