import { cornersOf, routesOf, type Corner } from './routes.ts';

/** What a drawing shows, read back from its SVG: the page carries it once, as a picture. */
export function readPicture(svg: SVGSVGElement): Picture {
  const boxes = [...svg.querySelectorAll<SVGGElement>(':scope > .b')].map((element): PictureBox => {
    const rows = [...element.children].filter((child): child is SVGGraphicsElement => child instanceof SVGAElement || child instanceof SVGGElement);
    return { id: element.dataset['id'] ?? '', name: rows[0]?.querySelector('text')?.textContent ?? '', element, rows, fields: rows.map((row) => row.dataset['f']) };
  });
  const relations: PictureRelation[] = [];
  for (const line of svg.querySelectorAll<SVGGElement>(':scope > .l:not(.on) > g')) {
    const branches = [...line.querySelectorAll<SVGPathElement>(':scope > path[data-j]')];
    const [hub, ...leaves] = line.querySelectorAll<SVGPathElement>(':scope > .f');
    const routes = routesOf(branches.map((branch) => cornersOf(branch.getAttribute('d') ?? '')));
    branches.forEach((branch, at) => {
      const [from = [0, 0], to = [0, 0]] = (branch.dataset['j'] ?? '').split(' ').map((end) => end.split('.').map(Number));
      relations[Number(branch.dataset['r'])] = {
        from: { box: from[0] ?? 0, row: from[1] ?? 0 },
        to: { box: to[0] ?? 0, row: to[1] ?? 0 },
        style: line.getAttribute('class') ?? '',
        route: routes[at] ?? [],
        feet: [hub, leaves[at]].filter((foot) => foot !== undefined),
      };
    });
  }
  const { width, height } = svg.viewBox.baseVal;
  return { svg, boxes, relations, width, height };
}

export interface Picture {
  readonly svg: SVGSVGElement;
  /** In reading order. */
  readonly boxes: readonly PictureBox[];
  /** By their number, which is also their place in the list of relations in words. */
  readonly relations: readonly PictureRelation[];
  /** In the drawing's own pixels. */
  readonly width: number;
  readonly height: number;
}

export interface PictureBox {
  readonly id: string;
  readonly name: string;
  readonly element: SVGGElement;
  /** The header, then the rows. Links where their pages are known. */
  readonly rows: readonly SVGGraphicsElement[];
  /** Path of each row's field; none for the header and for the row that counts those left out. */
  readonly fields: readonly (string | undefined)[];
}

export interface PictureRelation {
  readonly from: RowPlace;
  readonly to: RowPlace;
  /** Class of its line. */
  readonly style: string;
  /** Corners from its own end to the common one, through the lines that it joins. */
  readonly route: readonly Corner[];
  readonly feet: readonly SVGPathElement[];
}

/** Indexes into `boxes` and its `rows`. */
export interface RowPlace {
  readonly box: number;
  readonly row: number;
}
