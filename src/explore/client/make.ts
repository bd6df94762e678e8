/** An element with attributes and children; text stays text, whatever a schema says. An attribute of `undefined` or `false` is left out. */
export function make<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Attributes, ...children: readonly (Node | string | undefined)[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : String(value));
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A name as code, which may wrap where its parts end. */
export function makeName(name: string): HTMLElement {
  return make('code', {}, ...name.split(/(?<=[._])/).flatMap((part, at) => (at === 0 ? [part] : [make('wbr', {}), part])));
}

/** A button that does something when pressed. */
export function makeButton(attributes: Attributes, press: (event: MouseEvent) => void, ...children: readonly (Node | string)[]): HTMLButtonElement {
  const button = make('button', { type: 'button', ...attributes }, ...children);
  button.addEventListener('click', press);
  return button;
}
