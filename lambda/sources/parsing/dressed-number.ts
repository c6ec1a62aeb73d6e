import { decimal } from './number.ts';

const suffixes: Readonly<Record<string, number>> = { '': 1, K: 1e3, M: 1e6, B: 1e9 };

const grouped = {
  point: /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/,
  comma: /^[+-]?\d{1,3}([. \u00a0\u202f]\d{3})+(,\d*)?$/,
} as const;

/**
 * A number as sites and spreadsheets dress it: `$39.00`, `1,234.50`, `16.06M`, and with a decimal comma `1.234,50`.
 * NaN when the text is anything else.
 */
export function dressedNumber(text: string, decimalMark: 'point' | 'comma' = 'point'): number {
  const parts = /^\s*([+-]?)\s*(?:US\$|\$)?\s*(.*?)\s*([KMB]?)\s*$/i.exec(text);
  if (parts === null) return Number.NaN;
  const [, sign = '', body = '', suffix = ''] = parts;
  const factor = suffixes[suffix.toUpperCase()]!;
  const isGrouped = grouped[decimalMark].test(body);
  const [group, mark] = decimalMark === 'point' ? [/,/g, '.'] : [/[. \u00a0\u202f]/g, ','];
  const plain = isGrouped ? body.replace(group, '') : body;
  if (!isGrouped && decimalMark === 'comma' && plain.includes('.')) return Number.NaN;
  const value = decimal(sign + (mark === ',' ? plain.replace(',', '.') : plain));
  if (!Number.isFinite(value)) return Number.NaN;
  // A power of ten times a decimal number is rounded: 16.06M is 16,060,000 and no fraction of a share.
  return factor === 1 ? value : Number((value * factor).toPrecision(15));
}

/** What a text says of its decimal mark: `244,16` and `1.234,5` need a comma, `244.16` a point, `1,234` nothing. */
export function decimalMarkOf(text: string): 'point' | 'comma' | 'either' | 'none' {
  const body = /^\s*[+-]?\s*(?:US\$|\$)?\s*([\d., \u00a0\u202f]*?)\s*[KMB]?\s*$/i.exec(text)?.[1];
  if (body === undefined || !/[.,]/.test(body)) return 'none';
  const [point, comma] = [body.lastIndexOf('.'), body.lastIndexOf(',')];
  if (point >= 0 && comma >= 0) return point > comma ? 'point' : 'comma';
  const mark = point >= 0 ? 'point' : 'comma';
  const whole = body.slice(0, Math.max(point, comma));
  const isGroup = /^([1-9]\d{0,2})([.,]\d{3})*$/.test(whole) && /[.,]\d{3}$/.test(body);
  if (!isGroup) return mark;
  // Two marks of one kind are groups: 1,234,567.
  return body.indexOf('.') === point && body.indexOf(',') === comma
    ? 'either'
    : mark === 'point'
      ? 'comma'
      : 'point';
}
