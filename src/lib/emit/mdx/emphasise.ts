/** A mark of Markdown that stands on both sides of what it marks. */
export type Mark = '*' | '**' | '~~';

/**
 * Finished MDX as emphasis. Between marks, which are easier to review, only where no parser can pair them otherwise: where nothing inside is marked with the same sign.
 * @param fit whether marks can stand beside the neighbours
 */
export function emphasise(mark: Mark, text: string, fit = true): string {
  if (text === '') return '';
  if (fit && !text.includes(mark.charAt(0)) && trimSpaces(text) === text) return `${mark}${text}${mark}`;
  const element = ELEMENTS[mark];
  return `<${element}>${text}</${element}>`;
}

/** Without the spaces at its ends, as Markdown counts them: JavaScript takes more for a space. */
export function trimSpaces(text: string): string {
  return text.replace(/^[\p{Zs}\t\n\r]+|[\p{Zs}\t\n\r]+$/gu, '');
}

/** Whether a mark opens behind what stands before it and closes before what stands after it, whatever it marks: behind a letter it would be within a word. */
export function marksFit(mark: Mark, before: string, after: string): boolean {
  return isBorder(before.slice(-1), mark) && isBorder(after.charAt(0), mark);
}

function isBorder(character: string, mark: Mark): boolean {
  return character === '' || (/[\p{Zs}\t\n\r!-/:-@[-`{-~]/u.test(character) && character !== mark.charAt(0));
}

const ELEMENTS: Readonly<Record<Mark, string>> = { '*': 'em', '**': 'strong', '~~': 'del' };
