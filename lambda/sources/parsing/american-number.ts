import { decimal } from './number.ts';

/** A number with commas between its groups of three digits, as in `1,234.5`; NaN when the text is anything else. */
export function americanNumber(text: string): number {
  const trimmed = text.trim();
  if (!trimmed.includes(',')) return decimal(trimmed);
  return /^-?\d{1,3}(,\d{3})+(\.\d*)?$/.test(trimmed) ? decimal(trimmed.replaceAll(',', '')) : Number.NaN;
}
