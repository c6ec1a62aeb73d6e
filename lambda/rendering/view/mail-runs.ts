import type { Sentence } from '../../report/schema.ts';

/** A run of words; figures are set bold. */
export interface TextRun {
  readonly text: string;
  readonly strong: boolean;
}

/** A sentence of the report as a mail sets it. */
export const runsOf = ({ parts }: Sentence): TextRun[] =>
  parts.map((part) =>
    typeof part === 'string' ? { text: part, strong: false } : { text: part.text, strong: true },
  );
