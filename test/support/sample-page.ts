import { readFileSync } from 'node:fs';

/** A page of several sections with a chart, a table and an embedded font each: what a printer has to cope with. */
export function samplePage(sections = 3): string {
  const font = readFileSync(
    new URL(import.meta.resolve('@fontsource/inter/files/inter-latin-400-normal.woff2')),
  ).toString('base64');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sample</title><style>
@font-face { font-family: Inter; src: url(data:font/woff2;base64,${font}) format('woff2') }
body { font: 10pt Inter } figure, tr { break-inside: avoid }
</style></head><body><h1>Sample</h1>${Array.from({ length: sections }, (_, index) => section(index + 1)).join('')}</body></html>`;
}

function section(number: number): string {
  const cells = (row: number) =>
    Array.from({ length: 6 }, (_, column) => `<td>${row * 6 + column}</td>`).join('');
  const rows = Array.from(
    { length: 30 },
    (_, row) => `<tr><th scope="row">Row ${row}</th>${cells(row)}</tr>`,
  );
  return `<section><h2>Section ${number}</h2>
<figure><svg viewBox="0 0 700 200" role="img" aria-label="Chart ${number}"><path d="M0 0L700 200" stroke="black"/></svg></figure>
<table><thead><tr><th scope="col">Row</th>${'<th scope="col">Value</th>'.repeat(6)}</tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}
