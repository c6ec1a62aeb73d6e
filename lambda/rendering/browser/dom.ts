type Child = Node | string | null;

interface Attributes {
  readonly class?: string;
  readonly href?: string;
  readonly [name: string]: string | undefined;
}

/** An element; texts become text nodes, never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

export const link = (text: string, href: string, className?: string): HTMLAnchorElement =>
  el('a', className === undefined ? { href } : { href, class: className }, text);

/** A printed value whose words may go to the next line of a narrow column; its sign of percent may not. */
export const breakable = (value: string): string => value.replaceAll('\u00a0', ' ');

/** A figure's id as a link; it may go to the next line after a point or a colon. */
export const idLink = (id: string, href: string): HTMLAnchorElement =>
  el('a', { href }, ...id.split(/(?<=[.:])/).flatMap((part, at) => (at === 0 ? [part] : [el('wbr'), part])));

/** A section of the page with its heading, as the static pages have them. */
export function section(id: string, title: string, hint: string, ...children: readonly Child[]): HTMLElement {
  const header = el('header', {}, el('h2', { id }, title), hint === '' ? null : el('p', {}, hint));
  return el('section', { class: 'section', 'aria-labelledby': id }, header, ...children);
}

/** A table that scrolls by itself where the window is narrow. */
export function table(
  label: string,
  heads: readonly (string | readonly [string, 'end'])[],
  rows: readonly (readonly (Child | readonly [Child, string])[])[],
): HTMLElement {
  // A column without a name has no header: an empty one would be read out.
  const head = heads.map((one) =>
    one === ''
      ? el('td')
      : typeof one === 'string'
        ? el('th', { scope: 'col' }, one)
        : el('th', { scope: 'col', class: 'end' }, one[0]),
  );
  const body = rows.map((cells) =>
    el(
      'tr',
      {},
      ...cells.map((cell, index) => {
        const [child, className] = Array.isArray(cell)
          ? (cell as [Child, string])
          : [cell as Child, undefined];
        const attributes = className === undefined ? {} : { class: className };
        return index === 0 ? el('th', { scope: 'row', ...attributes }, child) : el('td', attributes, child);
      }),
    ),
  );
  return el(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Table: ${label}` },
    el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...body)),
  );
}

/**
 * The figures of a family under its name and what they are, made when they are unfolded.
 * @param words empty where there are none
 */
export function familyFold(
  family: string,
  words: string,
  count: string,
  make: () => HTMLElement,
): HTMLDetailsElement {
  const hint = el('span', { class: 'hint' }, ` ${words === '' ? '' : `${words} · `}${count}`);
  const made = el('details', { class: 'family' }, el('summary', {}, family, hint));
  made.addEventListener('toggle', () => {
    if (made.open && made.children.length === 1) made.append(make());
  });
  return made;
}

/** A labelled field. */
export function field(label: string, input: HTMLElement): HTMLLabelElement {
  return el('label', { class: 'field' }, el('span', {}, label), input);
}

/** What a page says while it waits, and of what it cannot show: read out when it changes. */
export const note = (text: string): HTMLElement => el('p', { class: 'note', role: 'status' }, text);

/** Where a shell page is filled. */
export const app = (): HTMLElement => document.getElementById('app') ?? document.body;

/** The drawing of a chart, parsed as XML: nothing of it can become anything but a picture. */
export function picture(svg: string): Element {
  const parsed = new DOMParser().parseFromString(
    svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" '),
    'image/svg+xml',
  );
  return document.importNode(parsed.documentElement, true);
}
