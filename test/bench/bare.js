import { readFile, writeFile } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';

// What a run is measured against: launch the same Chromium, print the same HTML, close it; nothing else. JavaScript
// with compiled code kept, so that it owes nothing to TypeScript.
enableCompileCache();
const { default: puppeteer } = await import('puppeteer-core');
const [executablePath, environment = '{}', html = '', options = '{}', out = ''] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath,
  headless: 'shell',
  args: [
    '--no-sandbox',
    '--no-zygote',
    '--single-process',
    '--disable-gpu',
    '--use-gl=disabled',
    '--in-process-gpu',
  ],
  env: { ...process.env, ...JSON.parse(environment) },
  pipe: true,
});
const [page] = await browser.pages();
await page.setContent(await readFile(html, 'utf8'));
await writeFile(out, await page.pdf(JSON.parse(options)));
await browser.close();
