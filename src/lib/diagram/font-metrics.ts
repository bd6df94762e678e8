// Written by scripts/measure-fonts.ts from the files of JetBrains Mono; do not edit.

/** Width of every glyph that the face has, in em. */
export const MONO_ADVANCE = 0.6;

/** First and last code point, alternating, of the runs that the face covers. */
export const MONO_COVERAGE: readonly number[] = [
  13, 13, 32, 126, 160, 305, 308, 383, 399, 399, 402, 402, 416, 417, 431, 432, 461, 462, 486, 487,
  490, 491, 500, 501, 508, 511, 536, 539, 562, 563, 567, 567, 601, 601, 697, 698, 700, 700, 710, 711,
  713, 713, 730, 730, 732, 733, 755, 755, 759, 759, 884, 885, 894, 894, 900, 906, 908, 908, 910, 929,
  931, 975, 983, 983, 1025, 1036, 1038, 1103, 1105, 1116, 1118, 1119, 1168, 1169, 1198, 1199, 1256, 1257, 7808, 7813,
  7838, 7838, 7840, 7929, 8211, 8212, 8216, 8218, 8220, 8222, 8224, 8224, 8226, 8226, 8230, 8230, 8242, 8243, 8249, 8250,
  8260, 8260, 8363, 8364, 8366, 8366, 8381, 8381, 8383, 8383, 8467, 8467, 8470, 8470, 8482, 8482, 8593, 8593, 8595, 8595,
  8722, 8722, 8725, 8725, 65535, 65535,
];

/** First and last code point, alternating, of the face's marks that take no width. */
export const MONO_ZERO_WIDTH: readonly number[] = [
  768, 769, 771, 772, 776, 777, 803, 803, 65279, 65279,
];
