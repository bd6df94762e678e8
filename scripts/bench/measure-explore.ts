/** What the page of exploration costs its reader. */
export interface MeasuredExplore {
  /** Milliseconds from the beginning of the navigation to the first picture, which is static; the middle of five visits. */
  readonly firstPictureMs: number;
  /** The same to the picture that answers questions. */
  readonly liveMs: number;
  /** Milliseconds of a frame while one pans and zooms. */
  readonly frameMs: { readonly median: number; readonly percentile95: number; readonly count: number };
  /** Memory of the page's script. */
  readonly heapMb: number;
  /** Of the file that the picture is drawn from. */
  readonly dataBytes: number;
  readonly dataGzipped: number;
}
