import type { Picture } from './picture.ts';
import type { Viewport } from './viewport.ts';

/** A small map of a large picture in the corner of what is seen of it: which part that is, and a way to another. It goes when the picture is small again. */
export function showMiniMap(frame: HTMLElement, picture: () => Picture, viewport: Viewport): void {
  if (maps.has(frame)) return;
  const map = document.createElement('canvas');
  map.className = 'pr-diagram-map';
  // A second way to what the scroll bars, the arrows and the list do already.
  map.setAttribute('aria-hidden', 'true');
  frame.after(map);
  const update = (): void => {
    const svg = picture().svg.getBoundingClientRect();
    const box = frame.getBoundingClientRect();
    const isLarge = svg.width * svg.height > 2 * Math.min(box.width, innerWidth) * Math.min(box.height, innerHeight);
    map.hidden = !isLarge;
    if (isLarge) draw(map, picture(), svg, box);
  };
  let asked = false;
  const soon = (): void => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      update();
    });
  };
  frame.addEventListener('scroll', soon, { passive: true });
  addEventListener('scroll', soon, { passive: true });
  addEventListener('resize', soon, { passive: true });
  new ResizeObserver(soon).observe(frame);
  new MutationObserver(soon).observe(frame, { subtree: true, childList: true, attributes: true, attributeFilter: ['style'] });
  const go = ({ clientX, clientY }: PointerEvent): void => {
    const [place, svg, box] = [map.getBoundingClientRect(), picture().svg.getBoundingClientRect(), frame.getBoundingClientRect()];
    const [x, y] = [svg.left + ((clientX - place.left) / place.width) * svg.width, svg.top + ((clientY - place.top) / place.height) * svg.height];
    viewport.panBy(x - (box.left + box.width / 2), y - (box.top + box.height / 2));
    // What the frame shows as a whole is moved with the page.
    if (frame.clientHeight > innerHeight) scrollBy({ top: y - innerHeight / 2 });
  };
  map.addEventListener('pointerdown', (event) => {
    map.setPointerCapture(event.pointerId);
    go(event);
  });
  map.addEventListener('pointermove', (event) => {
    if (event.buttons === 1) go(event);
  });
  maps.add(frame);
  update();
}

const maps = new WeakSet<HTMLElement>();
const WIDTH = 160;
const HEIGHT = 120;
/** On a phone it must not hide what it is the map of: of the frame's width. */
const SHARE = 0.25;

function draw(map: HTMLCanvasElement, { boxes, width, height }: Picture, svg: DOMRect, frame: DOMRect): void {
  const scale = Math.min(WIDTH / width, HEIGHT / height, (frame.width * SHARE) / width);
  const ratio = devicePixelRatio;
  map.style.width = `${width * scale}px`;
  map.style.height = `${height * scale}px`;
  map.width = Math.round(width * scale * ratio);
  map.height = Math.round(height * scale * ratio);
  const paint = map.getContext('2d');
  if (paint === null) return;
  const style = getComputedStyle(map);
  paint.scale(scale * ratio, scale * ratio);
  paint.fillStyle = style.color;
  for (const { element } of boxes) {
    const { e, f } = element.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
    const outline = element.querySelector('rect');
    paint.globalAlpha = element.classList.contains('fo') || element.classList.contains('on') ? 1 : 0.45;
    paint.fillRect(e, f, Number(outline?.getAttribute('width')), Number(outline?.getAttribute('height')));
  }
  const zoom = svg.width / width;
  const left = (Math.max(frame.left, 0, svg.left) - svg.left) / zoom;
  const top = (Math.max(frame.top, 0, svg.top) - svg.top) / zoom;
  const right = (Math.min(frame.right, innerWidth, svg.right) - svg.left) / zoom;
  const bottom = (Math.min(frame.bottom, innerHeight, svg.bottom) - svg.top) / zoom;
  paint.globalAlpha = 1;
  paint.strokeStyle = style.outlineColor;
  paint.lineWidth = 1.5 / scale;
  paint.strokeRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}
