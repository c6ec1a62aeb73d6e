import { RenderError } from '../../errors.ts';

/** Advance widths of Inter SemiBold (the widest weight charts use), thousandths of the font size, U+0020 to U+007E. */
const advances = [
  252, 321, 523, 644, 650, 1004, 663, 326, 373, 373, 540, 673, 319, 465, 319, 379, 660, 660, 660, 660, 660,
  660, 660, 660, 660, 660, 319, 329, 673, 673, 673, 543, 999, 728, 659, 737, 722, 605, 588, 749, 746, 277,
  580, 703, 565, 922, 759, 769, 645, 773, 652, 650, 660, 736, 728, 1020, 720, 713, 652, 373, 379, 373, 481,
  469, 351, 574, 624, 583, 624, 591, 389, 625, 612, 262, 262, 569, 262, 900, 612, 609, 624, 624, 397, 549,
  353, 612, 587, 839, 569, 588, 566, 455, 359, 455, 673,
];
/** Narrow spaces, and a width no other letter of the Latin alphabet exceeds by much. */
const narrowSpace = 160;
const other = 673;

/** Width of a line of text in pixels: an upper estimate, so that what was found not to touch does not touch. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    width += code === 0x202f || code === 0x2009 ? narrowSpace : (advances[code - 32] ?? other);
  }
  return (width * size) / 1000;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for markup; characters that XML forbids are dropped. */
export function escapeText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to drop
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"']/g, (found) => entities[found] ?? '')
  );
}

const drawnNumbers = new Map<number, string>();

/**
 * A coordinate with at most one decimal. Charts repeat the same few thousand, so their texts are kept.
 * @throws RenderError when it is not finite: a chart never draws NaN
 */
export function px(value: number): string {
  const tenths = Math.round(value * 10);
  const known = drawnNumbers.get(tenths);
  if (known !== undefined) return known;
  if (!Number.isFinite(tenths)) throw new RenderError(`a chart would have drawn ${value}`);
  const text = String(tenths / 10 || 0);
  if (Math.abs(tenths) < 20_000) drawnNumbers.set(tenths, text);
  return text;
}
