import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Opens a PDF with pdf.js, a reader that shares no code with what wrote it. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise;
}

/** What is written on a page, in the order of its content. */
export async function textOf(pdf: PDFDocumentProxy, page: number): Promise<string> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

/** Titles of the outline, in reading order, whatever their depth. */
export async function outlineOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const titles = (nodes: Outline): string[] =>
    (nodes ?? []).flatMap((node) => [node.title, ...titles(node.items)]);
  return titles(await pdf.getOutline());
}
