import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const styleOf = (name: string) =>
  readFileSync(new URL(`../../../../templates/styles/${name}.css`, import.meta.url), 'utf8');
const [tokens, charts] = [styleOf('tokens'), styleOf('charts')];

/** What lies under other marks, or has letters that say the same: none of it is read by its colour. */
const grounds = /\.(grid|shade|cell|halo|cut|letters|band\.far)\b/;

type Scheme = 'light' | 'dark';

/** The colours of a scheme; what the dark one leaves out it has from the light one. */
function coloursOf(scheme: Scheme): ReadonlyMap<string, string> {
  const [light = '', dark = ''] = tokens.split('@media');
  const text = scheme === 'light' ? light : light + dark;
  return new Map(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name, value]) => [name!, value!]),
  );
}

/** Relative luminance by WCAG 2.2. */
function luminance(colour: string): number {
  const whole = colour.length === 4 ? colour.replaceAll(/[0-9a-f]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(whole.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Marks of charts, and the colour that each is drawn in. */
const marks = [...charts.matchAll(/^(?:svg|\.spark) ([^{]+) \{([^}]*)\}/gm)].flatMap(
  ([, selector = '', rules = '']) =>
    grounds.test(selector)
      ? []
      : [...rules.matchAll(/(?:fill|stroke): var\(--([\w-]+)\)/g)].map(
          ([, colour]) => [selector, colour!] as const,
        ),
);

describe.each(['light', 'dark'] as const)('against its ground in the %s scheme', (scheme) => {
  const colours = coloursOf(scheme);
  const paper = colours.get('paper')!;

  it.each(marks)('%s, drawn in %s, has a contrast of 3 to 1', (_, colour) => {
    expect(contrast(colours.get(colour)!, paper)).toBeGreaterThanOrEqual(3);
  });

  it('letters on the cells of the strip have one of 4.5 to 1', () => {
    for (const [letters, cell] of [
      ['ink', 'accent-soft'],
      ['ink', 'grey-soft'],
      ['paper', 'accent'],
      ['paper', 'muted'],
    ] as const)
      expect(contrast(colours.get(letters)!, colours.get(cell)!), cell).toBeGreaterThanOrEqual(4.5);
  });
});

it('the contrast of black on white is 21, and of a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#0b4f8a', '#0b4f8a')).toBe(1);
  expect(marks.length).toBeGreaterThan(20);
});
