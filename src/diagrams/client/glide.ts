import type { Picture } from './picture.ts';

/** Lets the boxes of a new picture come from their old places; new boxes and all lines appear. Nothing moves for readers who asked for less motion. */
export function glide(before: Picture, after: Picture): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const places = new Map(before.boxes.map(({ id, element }) => [id, placeOf(element)]));
  const timing: KeyframeAnimationOptions = { duration: 320, easing: 'cubic-bezier(.2, .7, .2, 1)' };
  for (const { id, element } of after.boxes) {
    const [from, to] = [places.get(id), placeOf(element)];
    if (from === undefined) element.animate([{ opacity: 0 }, { opacity: 1 }], timing);
    else if (from !== to) element.animate([{ transform: from }, { transform: to }], timing);
  }
  for (const lines of after.svg.querySelectorAll(':scope > .l, :scope > .n')) lines.animate([{ opacity: 0 }, { opacity: 0, offset: 0.5 }, { opacity: 1 }], timing);
}

/** As CSS wants it. */
function placeOf(element: SVGGElement): string {
  const { e, f } = element.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
  return `translate(${e}px, ${f}px)`;
}
