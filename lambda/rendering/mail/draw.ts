import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { templateFile } from '../assets.ts';
import { flatChartStyle } from './chart-style.ts';
import { indexed } from './palette.ts';
import { palettePng } from './png.ts';

const require = createRequire(import.meta.url);

/** Pixels of the image for one of the drawing: screens have two. */
const scale = 2;

const faces = ['latin-400', 'latin-500', 'latin-600', 'greek-500'];

interface Tools {
  readonly fonts: readonly Uint8Array[];
  readonly style: string;
}

let tools: Promise<Tools> | undefined;

/** The library, the page's own fonts and its rules for charts: loaded once. */
async function load(): Promise<Tools> {
  const [wasm, ...fonts] = await Promise.all([
    readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
    ...faces.map((face) => readFile(require.resolve(`@fontsource/inter/files/inter-${face}-normal.woff2`))),
  ]);
  await initWasm(wasm);
  return {
    fonts,
    style: flatChartStyle(templateFile('styles/tokens.css'), templateFile('styles/charts.css')),
  };
}

/** An SVG chart of the page as an opaque PNG of a palette, at twice its size. */
export async function drawPng(svg: string): Promise<Uint8Array> {
  tools ??= load();
  const { fonts, style } = await tools;
  const styled = svg
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace('>', `><style>${style}</style>`);
  const drawing = new Resvg(styled, {
    fitTo: { mode: 'zoom', value: scale },
    background: '#ffffff',
    font: { fontBuffers: [...fonts], defaultFontFamily: 'Inter' },
  });
  const image = drawing.render();
  try {
    return palettePng(indexed(image.pixels), image.width, image.height);
  } finally {
    image.free();
    drawing.free();
  }
}
