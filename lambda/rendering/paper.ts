/** The templates put between these what only a screen shows; on paper the style sheet would hide it. */
const screenOnly = { from: '<!--screen-->', to: '<!--/screen-->' };

/** A figure, linked to its record. In the strip of key figures it is an element that keeps it in one line. */
const linked = /(<dd class="number">)?<a class="f([^"]*)" href="[^"]*">([^<]*)<\/a>/g;

/**
 * A page as it goes to the printer: without what only a screen shows, and with bare figures, since the records that
 * they link to are not printed. The sheets look the same; the printer has a third less to do, and the PDF holds no
 * link that leads nowhere.
 */
export function forPaper(html: string): string {
  return withoutScreenOnly(html).replace(
    linked,
    (_, key: string | undefined, classes: string, text: string) =>
      key === undefined && classes === '' ? text : `${key ?? ''}<span class="f${classes}">${text}</span>`,
  );
}

function withoutScreenOnly(html: string): string {
  const [first = '', ...rest] = html.split(screenOnly.from);
  return (
    first + rest.map((piece) => piece.slice(piece.indexOf(screenOnly.to) + screenOnly.to.length)).join('')
  );
}
