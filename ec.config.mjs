/**
 * Code in pages has the same colours on every machine: without a limit of time, after which the highlighter gives up a line and takes the lines below for its rest (half
 * a second, which a busy machine needs for the first line alone), and with one of length instead. Expressive Code takes options of the highlighter nowhere else, and reads
 * this file by its name, for fences and for `<Code>`.
 */
export default { shiki: { transformers: [{ name: 'polyref-no-clock', preprocess: limitByLength }] } };

/** In characters, as in VS Code. A longer line has no colours. */
const LONGEST_LINE = 20_000;

function limitByLength(_code, options) {
  options.tokenizeTimeLimit = 0;
  options.tokenizeMaxLineLength = LONGEST_LINE;
}
