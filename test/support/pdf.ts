import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Opens a PDF with pdf.js, a reader that shares no code with what wrote it. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise;
}

/** What is written on a page, in the order of its content. */
export async function pageText(pdf: PDFDocumentProxy, page: number): Promise<string> {
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

export interface FontOfPdf {
  readonly name: string;
  /** Whether the file brings the font, so that it looks the same everywhere. */
  readonly embedded: boolean;
  readonly type3: boolean;
}

/** The fonts that the pages draw with, as pdf.js loaded them. */
export async function fontsOf(pdf: PDFDocumentProxy): Promise<FontOfPdf[]> {
  const fonts = new Map<string, FontOfPdf>();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    for (const [index, operator] of fnArray.entries()) {
      if (operator !== OPS.setFont) continue;
      const id: string = argsArray[index][0];
      const { name, missingFile, isType3Font } = page.commonObjs.get(id);
      fonts.set(id, { name, embedded: missingFile === false, type3: isType3Font === true });
    }
  }
  return [...fonts.values()];
}

/** Height of the largest text on a page, in points: smaller when the browser scaled the page down. */
export async function largestText(pdf: PDFDocumentProxy, page: number): Promise<number> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return Math.max(...items.map((item) => ('height' in item ? item.height : 0)));
}

/** The share of a page, running head and foot apart, down to which it has words. */
export async function filledShare(pdf: PDFDocumentProxy, number: number): Promise<number> {
  const page = await pdf.getPage(number);
  const [, bottom = 0, , top = 0] = page.view;
  const [head, foot] = [top - 40, bottom + 36];
  const { items } = await page.getTextContent();
  const baselines = items.flatMap((item) =>
    'transform' in item && item.str.trim() !== '' ? [Number(item.transform[5])] : [],
  );
  const lowest = Math.min(...baselines.filter((y) => y > foot && y < head));
  return (head - lowest) / (head - foot);
}
