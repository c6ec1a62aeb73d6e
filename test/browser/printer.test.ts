import { chmod, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { RenderError } from '../../lambda/errors.ts';
import { openPrinter } from '../../lambda/rendering/pdf.ts';
import type { Printer, PrintOptions } from '../../lambda/rendering/printer.ts';
import { openPrinters } from '../../lambda/rendering/printers.ts';
import { ownWorkspace, processesIn, profilesIn } from '../support/chromium.ts';
import { openPdf, outlineOf, pageText } from '../support/pdf.ts';
import { samplePage } from '../support/sample-page.ts';

const options: PrintOptions = {
  title: 'A sample',
  language: 'en',
  date: '2025-12-31T22:50:00.000Z',
  paper: 'A4',
  header: '<span style="font-size:8px">Running head</span>',
  footer: '<span style="font-size:8px">Page <span class="pageNumber"></span></span>',
};

let workspace: string;
let dispose: () => Promise<void>;
beforeAll(async () => {
  ({ path: workspace, dispose } = await ownWorkspace());
});
afterAll(() => dispose());

describe('a printer', () => {
  let printer: Printer;
  beforeAll(() => {
    printer = openPrinter({ workspace });
  });
  afterAll(() => printer.close());

  it('prints the same bytes again, after other pages and in another browser', async () => {
    const first = Buffer.from(await printer.print(samplePage(), options));
    await printer.print('<!doctype html><title>Other</title><h1>Other</h1><table><tr><td>1</table>', options);
    expect(Buffer.from(await printer.print(samplePage(), options)).equals(first)).toBe(true);
    const another = openPrinter({ workspace });
    try {
      expect(Buffer.from(await another.print(samplePage(), options)).equals(first)).toBe(true);
    } finally {
      await another.close();
    }
  });

  it.each(['A4', 'Letter'] as const)('prints the same bytes on %s as one that was warm', async (paper) => {
    const warm = openPrinter({ workspace, once: true });
    try {
      const printed = Buffer.from(await warm.print(samplePage(), { ...options, paper }));
      expect(printed.equals(await printer.print(samplePage(), { ...options, paper }))).toBe(true);
    } finally {
      await warm.close();
    }
  });

  it('makes a tagged document with outline, language, running head and page numbers', async () => {
    const pdf = await openPdf(await printer.print(samplePage(), options));
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(await outlineOf(pdf)).toEqual(['Sample', 'Section 1', 'Section 2', 'Section 3']);
    expect((await pdf.getMetadata()).info).toMatchObject({ Title: 'A sample', Language: 'en' });
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const text = await pageText(pdf, number);
      expect(text).toContain('Running head');
      expect(text).toContain(`Page ${number}`);
    }
  });

  it.each([
    ['A4', 595, 842],
    ['Letter', 612, 792],
  ] as const)('prints on %s', async (paper, width, height) => {
    const pdf = await openPdf(await printer.print(samplePage(1), { ...options, paper }));
    const { view } = await pdf.getPage(1);
    expect(Math.abs(view[2]! - width)).toBeLessThan(1.5);
    expect(Math.abs(view[3]! - height)).toBeLessThan(1.5);
  });

  it('runs no script of the page', async () => {
    const html = '<!doctype html><p>before</p><script>document.body.textContent = "ran"</script>';
    expect(await pageText(await openPdf(await printer.print(html, options)), 1)).toContain('before');
  });

  it('refuses a page that loads anything external, and sends no request', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    try {
      await new Promise((ready) => server.once('listening', ready));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pixel.png`;
      for (const html of [
        `<img src="${url}">`,
        `<style>@import "${url}";</style>x`,
        `<link rel="stylesheet" href="${url}">`,
      ])
        await expect(printer.print(html, options)).rejects.toThrow(`it asks for ${url}`);
      expect(asked).toBe(0);
    } finally {
      server.close();
    }
  });

  it('opens no connection in advance', async () => {
    let connected = 0;
    const server = createServer().listen(0, '127.0.0.1');
    server.on('connection', () => {
      connected += 1;
    });
    try {
      await new Promise((ready) => server.once('listening', ready));
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const links = ['preconnect', 'prefetch', 'dns-prefetch', 'prerender', 'preload'].map(
        (kind) => `<link rel="${kind}" as="image" href="${origin}/${kind}">`,
      );
      await printer.print(`<html><head>${links.join('')}</head><p>x</p>`, options).catch(() => undefined);
      await sleep(200);
      expect(connected).toBe(0);
    } finally {
      server.close();
    }
  });

  it('prints nothing that is wider than the sheet, which the browser would scale down', async () => {
    const wide = (width: number) => printer.print(`<div style="width:${width}px">a wide one</div>`, options);
    await expect(wide(800)).rejects.toThrow(
      'something on the page is wider than the sheet: "div: a wide one"',
    );
    await expect(wide(689)).rejects.toThrow('wider than the sheet');
    await expect(wide(680)).resolves.toBeDefined();
  });

  it('refuses a page whose font cannot be read', async () => {
    const html = '<style>@font-face { font-family: Bad; src: url(data:font/woff2;base64,AAAA) }</style>x';
    await expect(printer.print(html, options)).rejects.toThrow('fonts of the page cannot be read: Bad');
  });

  it('queues what is printed at once, and mixes nothing up', async () => {
    const words = ['alpha', 'beta', 'gamma'];
    const printed = await Promise.all(words.map((word) => printer.print(`<p>${word}</p>`, options)));
    const texts = await Promise.all(printed.map(async (bytes) => pageText(await openPdf(bytes), 1)));
    expect(texts.map((text) => text.trim())).toEqual(words.map((word) => expect.stringContaining(word)));
  });

  it('prints the same bytes when it is several, and leaves none of them behind', async () => {
    const alone = await printer.print(samplePage(), options);
    const own = await ownWorkspace();
    const several = openPrinters(2, { workspace: own.path });
    try {
      const prints = await Promise.all([1, 2, 3].map(() => several.print(samplePage(), options)));
      for (const print of prints) expect(Buffer.from(print).equals(alone)).toBe(true);
      expect(await processesIn(own.path)).toHaveLength(2);
    } finally {
      await several.close();
    }
    expect(await processesIn(own.path)).toEqual([]);
    await own.dispose();
  });

  it('hands the browser none of our keys', async () => {
    vi.stubEnv('TIINGO_KEY', 'a-secret-key');
    const other = openPrinter({ workspace });
    try {
      await other.print('<p>x</p>', options);
      const processes = await processesIn(workspace);
      const variables = await Promise.all(processes.map((id) => readFile(`/proc/${id}/environ`, 'latin1')));
      expect(variables.length).toBeGreaterThan(0);
      expect(variables.join('')).not.toContain('a-secret-key');
    } finally {
      vi.unstubAllEnvs();
      await other.close();
    }
  });
});

describe('a printer in trouble', () => {
  let printer: Printer;
  let own: Awaited<ReturnType<typeof ownWorkspace>>;
  beforeEach(async () => {
    own = await ownWorkspace();
  });
  afterEach(async () => {
    await printer.close();
    await own.dispose();
  });

  it('says so when the browser dies while it prints, and starts another for the next print', async () => {
    printer = openPrinter({ workspace: own.path });
    await printer.print('<p>x</p>', options);
    const [victim] = await processesIn(own.path);
    const printing = printer.print(samplePage(60), options);
    setTimeout(() => process.kill(victim!, 'SIGKILL'), 50);
    const error = await printing.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RenderError);
    expect((error as RenderError).message).toMatch(/failed while it printed: it was ended by SIGKILL/);
    expect((error as RenderError).cause).toBeInstanceOf(Error);
    expect(await pageText(await openPdf(await printer.print('<p>again</p>', options)), 1)).toContain('again');
    expect(await processesIn(own.path)).not.toContain(victim);
  });

  it('starts another browser when it died between prints', async () => {
    printer = openPrinter({ workspace: own.path });
    await printer.print('<p>x</p>', options);
    for (const id of await processesIn(own.path)) process.kill(id, 'SIGKILL');
    await sleep(100);
    expect(await pageText(await openPdf(await printer.print('<p>again</p>', options)), 1)).toContain('again');
  });

  it('stops a print that takes too long', async () => {
    printer = openPrinter({ workspace: own.path, timeout: 20 });
    const error = await printer.print(samplePage(60), options).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RenderError);
    expect((error as RenderError).message).toMatch(/while it printed: printing took longer than 0\.02 s$/);
    expect(String((error as RenderError).cause)).toContain('longer than 0.02 s');
    expect(await processesIn(own.path)).toEqual([]);
  });

  it('leaves no process and no profile when it is closed, and prints no more', async () => {
    printer = openPrinter({ workspace: own.path });
    await printer.print('<p>x</p>', options);
    expect(await processesIn(own.path)).toHaveLength(1);
    await printer.close();
    expect(await processesIn(own.path)).toEqual([]);
    expect(await profilesIn(own.path)).toEqual([]);
    await expect(printer.print('<p>x</p>', options)).rejects.toThrow('the printer is closed');
  });

  it('closes its browser after one print, and starts another for the next', async () => {
    printer = openPrinter({ workspace: own.path, once: true });
    const first = await printer.print('<p>x</p>', options);
    await vi.waitFor(async () => expect(await processesIn(own.path)).toEqual([]));
    expect(Buffer.from(await printer.print('<p>x</p>', options)).equals(first)).toBe(true);
    await printer.close();
    expect(await processesIn(own.path)).toEqual([]);
    expect(await profilesIn(own.path)).toEqual([]);
  });

  it('runs no browser that others may have put into its folder', async () => {
    printer = openPrinter({ workspace: own.path });
    await printer.print('<p>x</p>', options);
    await printer.close();
    const [folder = ''] = (await readdir(own.path)).filter((name) => /^chromium-.*\d$|x64$/.test(name));
    await rm(join(own.path, folder, 'chromium'));
    await writeFile(join(own.path, folder, 'chromium'), '#!/bin/sh\ntouch "$0.planted"\n', { mode: 0o700 });
    await chmod(own.path, 0o777);
    printer = openPrinter({ workspace: own.path });
    await printer.print('<p>x</p>', options);
    expect(await readdir(join(own.path, folder))).not.toContain('chromium.planted');
    expect((await stat(own.path)).mode & 0o777).toBe(0o700);
  });

  it('can be closed while it starts', async () => {
    printer = openPrinter({ workspace: own.path });
    await printer.close();
    expect(await processesIn(own.path)).toEqual([]);
    expect(await profilesIn(own.path)).toEqual([]);
  });

  it('names a browser that is not there', async () => {
    printer = openPrinter({ workspace: own.path, executable: '/nowhere/chrome' });
    await expect(printer.print('<p>x</p>', options)).rejects.toThrow(
      'the browser /nowhere/chrome did not start',
    );
    expect(await profilesIn(own.path)).toEqual([]);
  });
});
