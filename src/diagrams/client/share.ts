import type { DrawnFigure } from './drawn-figure.ts';
import type { Picture } from './picture.ts';
import { savedSvg } from './saved-svg.ts';
import type { ShareKind } from './toolbar.ts';

/** Gives the picture as it is shown to the clipboard or as a file. @returns what was done, in a sentence */
export async function share(kind: ShareKind, picture: Picture, drawn: DrawnFigure): Promise<string> {
  switch (kind) {
    case 'link':
      return copy(location.href, 'The link to this picture is copied.');
    case 'mermaid':
      return copy(drawn.shownText, 'The Mermaid text is copied.');
    case 'svg': {
      save(new Blob([savedSvg(picture.svg)], { type: 'image/svg+xml' }), `${fileName(drawn.title)}.svg`);
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

async function toPng(picture: Picture): Promise<Blob> {
  const image = new Image();
  const fonts = await fontRules();
  const svg = savedSvg(picture.svg).replace(/^<svg[^>]*>/, (root) => `${root}<style>${fonts}</style>`);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const scale = Math.min(2, LARGEST / Math.max(picture.width, picture.height));
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const paint = canvas.getContext('2d');
  if (paint === null) throw new Error('This browser cannot make a PNG.');
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
