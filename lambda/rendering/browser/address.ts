/** The state of a page, in its address after `#`: so that every view can be sent to another reader. */
export function stateOf(): ReadonlyMap<string, string> {
  return new Map(new URLSearchParams(location.hash.slice(1)));
}

/** Moves the address without a step in the browser's history. */
export function replaceState(state: Readonly<Record<string, string>>): void {
  const given = Object.entries(state).filter(([, value]) => value !== '');
  history.replaceState(null, '', `#${hashOf(Object.fromEntries(given))}`);
}

/** `a=2026-01-02&b=2026-01-05`: colons and commas stay as they are, since ids are full of them. */
export const hashOf = (state: Readonly<Record<string, string>>): string =>
  new URLSearchParams(state).toString().replaceAll('%3A', ':').replaceAll('%2C', ',');

/** Draws the page from its state, now and at each change of the address. */
export function whenever(draw: () => Promise<void> | void): void {
  addEventListener('hashchange', () => void draw());
  void draw();
}
