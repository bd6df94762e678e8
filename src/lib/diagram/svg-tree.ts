/** A drawing as elements. Texts and values of attributes are as they stand in it, with their escapes: what is taken from one place of a drawing may stand in another. */
export function parseSvg(svg: string): SvgElement {
  const root: OpenElement = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  let at = 0;
  for (const match of svg.matchAll(TOKEN)) {
    if (match.index !== at) break;
    at += match[0].length;
    const [, closing, name = '', attributes = '', empty, text] = match;
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push(text);
    else if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`The drawing closes <${name}>, which is not open.`);
    } else {
      const element: OpenElement = { name, attributes: new Map([...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, value])), children: [] };
      parent.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  const [drawing] = root.children;
  if (at !== svg.length || open.length !== 1 || typeof drawing !== 'object') throw new Error(`The drawing is not well-formed at character ${at}.`);
  return drawing;
}

export function renderElement({ name, attributes, children }: SvgElement): string {
  const opening = `<${name}${[...attributes].map(([key, value]) => ` ${key}="${value}"`).join('')}`;
  return children.length === 0 ? `${opening}/>` : `${opening}>${children.map((child) => (typeof child === 'string' ? child : renderElement(child))).join('')}</${name}>`;
}

export interface SvgElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly SvgChild[];
}

export type SvgChild = SvgElement | string;

/** One whose end has not been read. */
interface OpenElement extends SvgElement {
  readonly children: SvgChild[];
}

const TOKEN = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:.-]+)="([^"]*)"/g;
