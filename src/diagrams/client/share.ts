import { DIAGRAM_CSS } from '../../lib/diagram/diagram-css.ts';
import type { DrawnFigure } from './drawn-figure.ts';
import type { Picture } from './picture.ts';
import type { ShareKind } from './toolbar.ts';

/** Gives the picture as it is shown to the clipboard or as a file. @returns what was done, in a sentence */
export async function share(kind: ShareKind, picture: Picture, drawn: DrawnFigure): Promise<string> {
  switch (kind) {
    case 'link':
      return copy(location.href, 'The link to this picture is copied.');
    case 'mermaid':
      return copy(drawn.shownText, 'The Mermaid text is copied.');
    case 'svg': {
      save(new Blob([standalone(picture.svg)], { type: 'image/svg+xml' }), `${fileName(drawn.title)}.svg`);
      return 'The picture is saved as SVG.';
    }
    case 'png': {
      save(await toPng(picture), `${fileName(drawn.title)}.png`);
      return 'The picture is saved as PNG, at twice its size.';
    }
  }
}

async function copy(text: string, done: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    return 'The browser gives this page no leave to write to the clipboard.';
  }
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function fileName(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'diagram';
}

/**
 * A file that stands alone: whole, at its own size, with its style sheet, in the colours that the reader sees, its links leading to where this page is from.
 * @param fonts style rules that bring the faces themselves
 */
export function standalone(shown: SVGSVGElement, fonts = ''): string {
  const svg = shown.cloneNode(true) as SVGSVGElement;
  const { width, height } = shown.viewBox.baseVal;
  svg.removeAttribute('style');
  svg.setAttribute('class', `pr-d${shown.classList.contains('lit') ? ' lit' : ''}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  for (const link of svg.querySelectorAll('a')) {
    link.setAttribute('href', new URL(link.getAttribute('href') ?? '', location.href).href);
    link.removeAttribute('tabindex');
  }
  const style = document.createElementNS(SVG, 'style');
  style.textContent = `${DIAGRAM_CSS}\n:root,:root[data-theme]{${coloursOf(shown)}}\n.pr-d{background:var(--pr-d-bg)}\n${fonts}`;
  svg.prepend(style);
  return new XMLSerializer().serializeToString(svg);
}

const SVG = 'http://www.w3.org/2000/svg';

/** The palette's variables as they are on this page now, each as a colour that any program knows. */
function coloursOf(svg: SVGSVGElement): string {
  const names = new Set([...DIAGRAM_CSS.matchAll(/--pr-d-[a-z-]+(?=:)/g)].map(([name]) => name));
  const probe = document.createElement('span');
  svg.parentElement?.append(probe);
  const values = [...names].map((name) => {
    const given = getComputedStyle(probe).getPropertyValue(name);
    if (given.trim().endsWith('%')) return `${name}:${given}`;
    probe.style.color = `var(${name})`;
    return `${name}:${getComputedStyle(probe).color}`;
  });
  probe.remove();
  return values.join(';');
}

async function toPng(picture: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(picture.svg, await fontRules()))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const scale = Math.min(2, LARGEST / Math.max(picture.width, picture.height));
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const paint = canvas.getContext('2d');
  if (paint === null) throw new Error('This browser cannot make a PNG.');
  paint.fillStyle = getComputedStyle(document.body).backgroundColor;
  paint.fillRect(0, 0, canvas.width, canvas.height);
  paint.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('This browser cannot make a PNG of this size.')) : resolve(blob)), 'image/png'));
}

/** Side of a canvas that every browser can hold, in pixels. */
const LARGEST = 16_000;

/** The page's own faces, in the text: a picture in an image can load nothing. */
async function fontRules(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => (sheet.href === null || sheet.href.startsWith(location.origin) ? [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href ?? location.href })) : []));
  const used = [...document.fonts].filter((face) => face.status === 'loaded' && /mono/i.test(face.family));
  const texts = await Promise.all(rules.map(async ({ rule, base }) => {
    if (!(rule instanceof CSSFontFaceRule)) return '';
    const isUsed = used.some((face) => rule.style.getPropertyValue('font-family').includes(face.family.replace(/["']/g, '')) && rule.style.getPropertyValue('unicode-range') === face.unicodeRange);
    const address = /url\(["']?([^"')]+)["']?\)/.exec(rule.cssText)?.[1];
    if (!isUsed || address === undefined) return '';
    const bytes = new Uint8Array(await (await fetch(new URL(address, base))).arrayBuffer());
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return rule.cssText.replace(/url\(["']?[^"')]+["']?\)/, `url(data:font/woff2;base64,${btoa(binary)})`);
  }));
  return texts.join('\n');
}
