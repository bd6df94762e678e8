/**
 * Makes what cannot be seen visible, so that text cannot pretend to be other text: control characters, and the marks that
 * turn the direction of everything behind them. Marks that only join or order letters of one word are left to their scripts.
 */
export function visible(text: string): string {
  if (!INVISIBLE.test(text) && text.isWellFormed()) return text;
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd')
    .replace(/[\u2028\u2029]/g, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, (mark) => `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase()}⟩`);
}

const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;
