import { COLOR_TOKENS, type ColorRole, type Palette } from '../../lib/diagram/drawing-style.ts';
import { standaloneSvg } from '../../lib/diagram/standalone-svg.ts';

/** The picture as a file: what is lit up, in the colours that the reader sees, its links leading to the published pages. */
export function savedSvg(shown: SVGSVGElement): string {
  const svg = shown.cloneNode(true) as SVGSVGElement;
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  for (const link of svg.querySelectorAll('a')) {
    const address = lastingAddress(link.getAttribute('href') ?? '', canonical ?? location.href);
    if (address === undefined) link.removeAttribute('href');
    else link.setAttribute('href', address);
  }
  return standaloneSvg(new XMLSerializer().serializeToString(svg), paletteOf(shown));
}

/** Whole address of a link; `undefined` where only this machine knows it: whoever is sent the file has nothing there. */
export function lastingAddress(href: string, page: string): string | undefined {
  if (!URL.canParse(href, page)) return undefined;
  const { protocol, hostname, href: address } = new URL(href, page);
  return /^https?:$/.test(protocol) && !/^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) ? address : undefined;
}

/** The palette as it is on this page now, in the form that any program knows. */
function paletteOf(svg: SVGSVGElement): Palette {
  const probe = document.createElement('span');
  svg.parentElement?.append(probe);
  const style = getComputedStyle(probe);
  const valueOf = (role: ColorRole): string => {
    if (role === 'tint') return String(Number.parseFloat(style.getPropertyValue('--pr-d-tint')) / 100);
    // A mixture is said in red, green and blue, however its parts were.
    probe.style.color = `color-mix(in srgb, var(--pr-d-${role}), var(--pr-d-${role}))`;
    return `#${(style.color.match(/[\d.]+(?:e-\d+)?(?=[ )])/g) ?? []).slice(0, 3).map((part) => Math.round(Number(part) * 255).toString(16).padStart(2, '0')).join('')}`;
  };
  const palette = Object.fromEntries(Object.keys(COLOR_TOKENS).map((role) => [role, valueOf(role as ColorRole)])) as Record<ColorRole, string>;
  probe.remove();
  return palette;
}
