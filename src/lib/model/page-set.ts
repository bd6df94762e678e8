/** Every generated file: path relative to the out folder, with forward slashes → its whole text. */
export type PageSet = ReadonlyMap<string, string>;
