import type { Detail } from '../../lib/diagram/apply-choices.ts';

/** What a reader has made of a diagram; all that a link to it must hold. */
export interface ViewState {
  /** Size, 1 being the drawing's own; absent: as the page shows it. */
  readonly zoom?: number;
  /** Point of the drawing in the middle of its frame. */
  readonly at?: readonly [x: number, y: number];
  /** Box that is lit, by its id; of a line that is lit, the box that it leaves. */
  readonly on?: string;
  /** Field of that box. */
  readonly field?: string;
  /** Of a line that is lit, the box that it leads to. */
  readonly to?: string;
  /** Field of that box. */
  readonly toField?: string;
  /** Which of several lines between these two, from 2. */
  readonly line?: number;
  readonly detail?: Detail;
  readonly depth?: 1 | 2 | 3;
  /** Stores and kinds of lines that are hidden. */
  readonly hide?: readonly string[];
}

/** Reads the state of the n-th diagram of a page, from 1. What cannot be meant is left out: a link from elsewhere must not break a page. */
export function readViewState(search: string, ordinal: number): ViewState {
  const parameters = new URLSearchParams(search);
  const get = (name: string): string | undefined => parameters.get(`${prefixOf(ordinal)}.${name}`) ?? undefined;
  const zoom = numberIn(get('zoom'), 0.05, 20);
  const at = get('at')?.split(',').map((part) => numberIn(part, 0, 1e6));
  const [on, field, to, toField, detail, depth] = ['on', 'field', 'to', 'to-field', 'detail', 'depth'].map(get);
  const line = Math.floor(numberIn(get('line'), 2, 999) ?? 0);
  const hide = get('hide')?.split(',').filter((name) => name !== '');
  return {
    ...(zoom === undefined ? {} : { zoom }),
    ...(zoom === undefined || at?.[0] === undefined || at[1] === undefined ? {} : { at: [at[0], at[1]] as const }),
    ...(on === undefined ? {} : { on }),
    ...(on === undefined || field === undefined ? {} : { field }),
    ...(on === undefined || to === undefined ? {} : { to, ...(toField === undefined ? {} : { toField }), ...(line === 0 ? {} : { line }) }),
    ...(detail === 'names' || detail === 'all' ? { detail } : {}),
    ...(depth === '2' ? { depth: 2 as const } : depth === '3' ? { depth: 3 as const } : {}),
    ...(hide === undefined || hide.length === 0 ? {} : { hide }),
  };
}

/** The address's query with the state of one diagram in it; all else in it stays. Empty, or begins with `?`. */
export function writeViewState(search: string, ordinal: number, state: ViewState): string {
  const parameters = new URLSearchParams(search);
  const prefix = prefixOf(ordinal);
  for (const name of [...parameters.keys()]) if (name.startsWith(`${prefix}.`)) parameters.delete(name);
  const set = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') parameters.set(`${prefix}.${name}`, value);
  };
  set('zoom', state.zoom === undefined ? undefined : String(Math.round(state.zoom * 1000) / 1000));
  set('at', state.zoom === undefined ? undefined : state.at?.map((part) => Math.max(0, Math.round(part))).join(','));
  set('on', state.on);
  set('field', state.on === undefined ? undefined : state.field);
  set('to', state.on === undefined ? undefined : state.to);
  set('to-field', state.to === undefined ? undefined : state.toField);
  set('line', state.to === undefined ? undefined : state.line?.toString());
  set('detail', state.detail === 'keys' ? undefined : state.detail);
  set('depth', state.depth === 1 ? undefined : state.depth?.toString());
  set('hide', state.hide?.join(','));
  const text = parameters.toString();
  return text === '' ? '' : `?${text.replaceAll('%2C', ',')}`;
}

function prefixOf(ordinal: number): string {
  return ordinal === 1 ? 'd' : `d${ordinal}`;
}

function numberIn(text: string | undefined, least: number, most: number): number | undefined {
  const number = text === undefined || text === '' ? NaN : Number(text);
  return number >= least && number <= most ? number : undefined;
}
