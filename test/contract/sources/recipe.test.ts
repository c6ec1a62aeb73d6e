import { cpSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Config from '../../../lambda/config.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { providerNames, providers } from '../../../lambda/providers/index.ts';
import type { Provider } from '../../../lambda/providers/provider.ts';
import type * as Live from '../../../lambda/runtime/config-live.ts';
import type * as Missing from '../../../lambda/sources/live/missing-keys.ts';
import type * as Parsers from '../../../lambda/sources/parsers.ts';
import type * as Routes from '../../../lambda/sources/providers/routes.ts';
import { allRoutes } from '../../../lambda/sources/providers/routes.ts';
import { payloads } from '../../support/provider/bodies.ts';
import { listedFolder, removeTemporaryFolders } from '../../support/provider/collect.ts';
import { routes as played } from '../../support/provider/replies.ts';

const root = resolve(import.meta.dirname, '../../..');
const descriptors = (tree: string): string[] =>
  globSync('lambda/providers/*.ts', { cwd: tree })
    .map((path) => basename(path, '.ts'))
    .filter((name) => !['index', 'keys', 'provider'].includes(name));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Tree {
  /** Files that are descriptors. */
  readonly described: readonly string[];
  readonly listed: readonly Provider[];
  readonly routes: readonly { readonly provider: string; readonly source: string }[];
  readonly providersPage: string;
  readonly deployPage: string;
  readonly played: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
}

const real: Tree = {
  described: descriptors(root),
  listed: providerNames.map((name) => providers[name]),
  routes: allRoutes,
  providersPage: read('docs/providers.md'),
  deployPage: read('docs/deploy.md'),
  played: new Set(played.map(({ provider }) => provider)),
  bodies: new Set(payloads.map(([source]) => source)),
};

/** The steps of the README's recipe that were left out, a sentence each. */
function leftOut({ described, listed, routes, providersPage, deployPage, played, bodies }: Tree): string[] {
  const missing: string[] = [];
  if (described.length !== listed.length) missing.push('a descriptor is not in index.ts');
  for (const { name, title, terms, key, sources } of listed) {
    const want = (isThere: boolean, what: string) => isThere || missing.push(`${name}: ${what}`);
    const own = routes.filter(({ provider }) => provider === name).map(({ source }) => source);
    for (const source of Object.keys(sources)) {
      want(own.includes(source), `no route to its source ${source}`);
      want(bodies.has(source), `no body of ${source} in bodies.ts`);
    }
    want(
      own.every((source) => source in sources),
      'a route to a source that it does not name',
    );
    want(played.has(name), 'nobody plays it in replies.ts');
    want(providersPage.includes(`| ${title} | ${terms} |`), 'its terms are not in docs/providers.md');
    want(providersPage.includes(`_${name.toUpperCase()}\``), 'its address is not in docs/providers.md');
    const variables =
      key === undefined
        ? []
        : typeof key.variable === 'string'
          ? [key.variable]
          : Object.values(key.variable);
    for (const variable of variables) {
      want(providersPage.includes(`\`${variable}\``), `${variable} is not in docs/providers.md`);
      want(deployPage.includes(`\`${variable}\``), `${variable} is not in docs/deploy.md`);
    }
  }
  return missing;
}

describe('what is listed of providers', () => {
  it('leaves out no step of the recipe', () => {
    expect(leftOut(real)).toEqual([]);
  });

  const without = (text: string, part: string) => text.replaceAll(part, '');
  const only = <T>(all: ReadonlySet<T>, one: T) => new Set([...all].filter((each) => each !== one));
  it.each<[step: string, tree: Tree, named: string]>([
    ['the list', { ...real, described: [...real.described, 'other'] }, 'a descriptor is not in index.ts'],
    [
      'the routes',
      { ...real, routes: real.routes.filter(({ source }) => source !== 'tiingo') },
      'tiingo: no route to its source tiingo',
    ],
    [
      'the source in the descriptor',
      { ...real, routes: [...real.routes, { provider: 'bls', source: 'other' }] },
      'bls: a route to a source that it does not name',
    ],
    [
      'the terms',
      { ...real, providersPage: without(real.providersPage, '| Tiingo | free') },
      'tiingo: its terms are not in docs/providers.md',
    ],
    [
      'the address',
      { ...real, providersPage: without(real.providersPage, '`_TIINGO`') },
      'tiingo: its address is not in docs/providers.md',
    ],
    [
      'the variable at home',
      { ...real, providersPage: without(real.providersPage, '`TIINGO_API_KEY`') },
      'tiingo: TIINGO_API_KEY is not in docs/providers.md',
    ],
    [
      'the variable in AWS',
      { ...real, deployPage: without(real.deployPage, '`TIINGO_API_KEY`') },
      'tiingo: TIINGO_API_KEY is not in docs/deploy.md',
    ],
    [
      'the played provider',
      { ...real, played: only(real.played, 'tiingo') },
      'tiingo: nobody plays it in replies.ts',
    ],
    ['the body', { ...real, bodies: only(real.bodies, 'tiingo') }, 'tiingo: no body of tiingo in bodies.ts'],
  ])('and says so when %s is left out', (_, tree, named) => {
    expect(leftOut(tree)).toEqual([named]);
  });
});

/** The files of a made-up provider: a key in two parts, prices as a list of dates and closes. */
const madeUp = {
  descriptor: `import { compatible, type Provider, quick } from './provider.ts';
export const madeup = {
  name: 'madeup', title: 'Made up', hosts: ['https://made-up.example'], pace: { concurrency: 1, spacing: 100 }, ...quick,
  userAgent: compatible, key: { variable: { user: 'MADEUP_USER', secret: 'MADEUP_SECRET' } },
  terms: 'anything', attribution: 'Prices are made up.', sources: { madeup: { keyAdds: 'prices nobody pays' } },
} as const satisfies Provider;`,
  'parse.ts': `import { barsOf } from '../../parsing/bars.ts';
import type { ParseContext, ParsedBars } from '../../parsing/parsed.ts';
export function parseMadeup(bytes: Uint8Array, about: ParseContext): ParsedBars {
  const rows = JSON.parse(new TextDecoder().decode(bytes)).map(([date, close]: [string, number]) =>
    ({ date, open: null, high: null, low: null, close, adjusted: null, volume: null }));
  return barsOf(rows, about, { stamp: null, basis: 'price only' });
}`,
  'fetch.ts': `import { single, type SourceRoute } from '../../route.ts';
import { parseMadeup } from './parse.ts';
export const madeupBars: SourceRoute<'bars'> = {
  kind: 'bars', source: 'madeup', provider: 'madeup', serves: (series) => !series.startsWith('^'),
  fetch: async (client, { series }) => single(await client.get('madeup', '/' + series)),
  parse: parseMadeup,
};`,
};

describe('a provider that is added by its file, its folder and two lines', () => {
  const copy = listedFolder();
  const load = async <T>(path: string): Promise<T> =>
    (await import(pathToFileURL(join(copy, 'lambda', path)).href)) as T;

  beforeAll(() => {
    cpSync(join(root, 'lambda'), join(copy, 'lambda'), { recursive: true });
    cpSync(join(root, 'package.json'), join(copy, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const folder = join(copy, 'lambda/sources/providers/madeup');
    mkdirSync(folder);
    const { descriptor, ...files } = madeUp;
    writeFileSync(join(copy, 'lambda/providers/madeup.ts'), descriptor);
    for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, name), code);
    const add = (file: string, after: RegExp, line: string, imported: string) => {
      const code = readFileSync(join(copy, 'lambda', file), 'utf8');
      const added = code.replace(after, `$&\n${line}`);
      expect(added).not.toBe(code);
      writeFileSync(join(copy, 'lambda', file), `import ${imported};\n${added}`);
    };
    add('providers/index.ts', /^ {2}tiingo,$/m, '  madeup,', "{ madeup } from './madeup.ts'");
    add(
      'sources/providers/routes.ts',
      /^ {2}tiingo: \[tiingoBars\],$/m,
      '  madeup: [madeupBars],',
      "{ madeupBars } from './madeup/fetch.ts'",
    );
  });
  afterAll(removeTemporaryFolders);

  it('has its variables at home and in the settings of a deployment, whole or not at all', async () => {
    const { liveConfig, understoodNames } = await load<typeof Live>('runtime/config-live.ts');
    const keys = liveConfig({ MADEUP_USER: 'me', MADEUP_SECRET: 'a-secret' }).keys;
    expect(keys).toEqual({ madeup: { user: 'me', secret: 'a-secret' } });
    expect(() => liveConfig({ MADEUP_USER: 'me' })).toThrow(
      'Made up wants both MADEUP_USER and MADEUP_SECRET',
    );
    expect(understoodNames).toContain('BRIEFING_URL_MADEUP');
    const clear = {
      MADEUP_USER: 'me',
      MADEUP_SECRET: 'a-secret',
      BRIEFING_URL_MADEUP: 'http://made-up.example',
    };
    expect(() => liveConfig(clear)).toThrow('BRIEFING_URL_MADEUP would send the key of madeup unencrypted');

    const { briefingConfig } = await load<typeof Config>('config.ts');
    const secrets = { MADEUP_USER: 'ssm:/a', MADEUP_SECRET: 'ssm:/b' };
    expect(briefingConfig.parse({ secrets }).secrets).toEqual(secrets);
    const { secretsOf } = await load<{ secretsOf(keys: object): string[] }>('providers/keys.ts');
    expect(secretsOf(keys)).toEqual(['me', 'a-secret']);
  });

  it('is asked in its place, is named among the missing keys, and what it gave is read again', async () => {
    const { routesTo } = await load<typeof Routes>('sources/providers/routes.ts');
    const order = routesTo('bars', 'IWM').map(({ source }) => source as string);
    expect(order.slice(0, 3)).toEqual(['yahoo', 'tiingo', 'madeup']);
    const { missingKeys } = await load<typeof Missing>('sources/live/missing-keys.ts');
    const missing = missingKeys(tna, '2025-12-31', {});
    expect(missing).toContainEqual({ key: 'MADEUP_USER and MADEUP_SECRET', adds: 'prices nobody pays' });
    const { parsePayload } = await load<typeof Parsers>('sources/parsers.ts');
    const bytes = Buffer.from('[["2025-12-30", 247.1], ["2025-12-31", 248.3]]');
    const given = { source: 'madeup', origin: 'https://made-up.example/IWM', bytes };
    const parsed = parsePayload({ ...given, key: 'bars:IWM', fetchedAt: '2026-01-01T02:00:00Z' });
    expect(parsed).toMatchObject({ kind: 'bars', bars: { sessions: ['2025-12-30', '2025-12-31'] } });
  });

  it('has its sentence on the page', async () => {
    const { terms } = await load<{ terms(context: object): unknown }>('briefing/sections/methods/terms.ts');
    const provenance = [{ key: 'bars:IWM', source: 'madeup' }];
    const page = JSON.stringify(terms({ header: { simulated: false, provenance }, edition: tna }));
    expect(page).toContain('Prices are made up.');
    expect(page).not.toContain('Yahoo');
  });
});
