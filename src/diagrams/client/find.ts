import type { Lit } from './light.ts';
import type { Picture, RowPlace } from './picture.ts';
import type { Toolbar } from './toolbar.ts';

/**
 * Opens the field that finds boxes and fields in the picture. What fits lights up; Enter goes to the next, Shift+Enter to the one before, Escape closes it.
 * @param show lights up what was found and brings the current one into sight
 */
export function openFind({ element: bar, find: opener }: Toolbar, picture: () => Picture, show: (lit: Lit | undefined, part?: Element) => void, closed: () => void): void {
  const open = bar.querySelector<HTMLInputElement>('input');
  if (open !== null) {
    open.select();
    open.focus();
    return;
  }
  const box = document.createElement('span');
  box.className = 'pr-diagram-find';
  const field = document.createElement('input');
  for (const [name, value] of Object.entries({ type: 'search', 'aria-label': 'Find in the picture', placeholder: 'Entity or field', autocomplete: 'off', spellcheck: 'false' })) field.setAttribute(name, value);
  const count = document.createElement('output');
  box.append(field, count);
  opener.before(box);
  opener.hidden = true;

  let current = 0;
  const update = (): void => {
    const places = findPlaces(picture(), field.value);
    const now = places[((current % places.length) + places.length) % places.length];
    count.textContent = field.value.trim() === '' ? '' : places.length === 0 ? 'none' : `${places.indexOf(now ?? { box: -1, row: -1 }) + 1} of ${places.length}`;
    if (now === undefined) show(field.value.trim() === '' ? undefined : { kind: 'places', places: [] });
    else show({ kind: 'places', places, current: now }, picture().boxes[now.box]?.rows[now.row]);
  };
  const close = (): void => {
    box.remove();
    opener.hidden = false;
  };
  field.addEventListener('input', () => {
    current = 0;
    update();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      current += event.shiftKey ? -1 : 1;
      update();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
      show(undefined);
      closed();
    }
  });
  field.addEventListener('blur', () => {
    if (field.value.trim() === '') close();
  });
  field.focus();
}

/** Boxes and rows whose name holds what was typed, whatever its case and its separators: `activity outputs` finds `activity_outputs`. */
export function findPlaces({ boxes }: Picture, typed: string): readonly RowPlace[] {
  const wanted = lettersOf(typed);
  if (wanted === '') return [];
  return boxes.flatMap(({ name, id, rows, fields }, box) => rows.flatMap((_, row) => {
    const field = fields[row];
    const texts = row === 0 ? [name, id] : field === undefined ? [] : [field, `${name}.${field}`];
    return texts.some((text) => lettersOf(text).includes(wanted)) && (row === 0 || !lettersOf(name).includes(wanted)) ? [{ box, row }] : [];
  }));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[\s_\-.]+/g, '');
}
