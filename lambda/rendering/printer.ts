/** The size of a PDF's pages. */
export type Paper = 'A4' | 'Letter';

/** What a printed document says of itself in its metadata. */
export interface PrintOptions {
  readonly title: string;
  readonly language: string;
  /** Creation date written into the PDF, ISO 8601 UTC: the report's, so that the same report is the same file. */
  readonly date: string;
  readonly paper: Paper;
  /** HTML of the running header and footer, inline styles only; page numbers by Chromium's `pageNumber` class. */
  readonly header: string;
  readonly footer: string;
}

/** Turns HTML into PDF. One browser, one page, used again and again; `close` ends it. */
export interface Printer {
  /** @throws RenderError */
  print(html: string, options: PrintOptions): Promise<Uint8Array>;
  close(): Promise<void>;
}
