const spans: Readonly<Record<string, string>> = { d: 'session', m: 'month', y: 'year' };

/** The windows of a table of returns, the shortest first. */
const order = ['1d', '5d', '21d', '63d', '6m', 'ytd', '1y'];

/** Windows in full; all of a table's as `any window`, all from one on as `5 sessions and more`. */
export function spelledWindows(windows: readonly string[]): string {
  const all = windows.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const from = order.length - all.length;
  if (all.length < 3 || all.join() !== order.slice(from).join()) return all.map(spelledWindow).join(', ');
  return from === 0 ? 'any window' : `${spelledWindow(all[0]!)} and more`;
}

/** `5d` as `5 sessions`, `ytd` as `the year to date`. */
export function spelledWindow(window: string): string {
  if (window === 'ytd') return 'the year to date';
  const [, count = '', span = ''] = /^(\d+)([dmy])$/.exec(window) ?? [];
  return span === '' ? window : `${count} ${spans[span]}${count === '1' ? '' : 's'}`;
}
