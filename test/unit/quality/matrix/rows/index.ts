import type { Row } from '../row.ts';
import { barRows } from './bars.ts';
import { fileRows } from './files.ts';
import { sessionRows } from './sessions.ts';
import { stepRows } from './steps.ts';

/** The gate's matrix: what may be wrong with prices, and what becomes of the run. */
export const rows: readonly Row[] = [
  { fault: 'none', edit: () => undefined, exit: 0, strip: /^as given$/, cboe: [] },
  ...sessionRows,
  ...barRows,
  ...stepRows,
  ...fileRows,
];
