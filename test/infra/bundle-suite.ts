import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { builtinModules } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildAsset } from '../../infra/assets.ts';
import { bundle } from '../../infra/bundling.ts';
import { handlerNames } from '../../lambda/archive-layout.ts';
import { S3Server } from '../support/s3-server.ts';
import { temporaryFolder } from '../support/temporary.ts';
import type * as runtime from './support/bundled.ts';

let bundled: typeof runtime;

beforeAll(async () => {
  const { path, dispose } = await temporaryFolder();
  const file = join(path, 'index.mjs');
  const { code } = await bundle('test/infra/support/bundled.ts');
  await writeFile(file, code);
  bundled = await import(pathToFileURL(file).href);
  return dispose;
});

beforeEach(() => {
  const variables = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
});
afterEach(() => vi.unstubAllEnvs());

describe('a bundle', () => {
  /** What puppeteer takes where it is installed: faster sockets, and a proxy for downloads that are never made. */
  const optional = ['bufferutil', 'proxy-agent', 'utf-8-validate'];

  it.each(handlerNames)('of %s imports nothing but modules of Node', async (name) => {
    const { imports } = await bundle(`lambda/aws/handlers/${name}.ts`);
    expect(imports.length).toBeGreaterThan(1);
    const unknown = imports.filter((path) => !builtinModules.includes(path.replace(/^node:/, '')));
    expect(unknown.sort()).toEqual(name === 'render' ? optional : []);
  });

  it('loads in plain Node, and refuses an event by the error name of the state machine', async () => {
    const { path, dispose } = await temporaryFolder();
    onTestFinished(dispose);
    // The renderer, which inflates its browser as it loads, has test/e2e/render-asset.test.ts.
    const light = handlerNames.filter((name) => name !== 'render');
    // Away from the repository: a package that a bundle lacks must not be found in a folder above it.
    for (const name of light) cpSync(join(await buildAsset(name), 'index.mjs'), join(path, `${name}.mjs`));
    const script = `
      for (const name of ${JSON.stringify(light)}) {
        const { handler } = await import('./' + name + '.mjs');
        await handler('no event', { awsRequestId: '1' }).catch((error) => console.log(name, error.name));
      }`;
    await writeFile(join(path, 'main.mjs'), script);
    const env = { POWERTOOLS_LOG_LEVEL: 'SILENT' };
    const { stdout } = await promisify(execFile)(process.execPath, ['main.mjs'], { cwd: path, env });
    expect(stdout.trim().split('\n')).toEqual(light.map((name) => `${name} EventError`));
  });
});

describe('the archive in a bundle', () => {
  it('writes an object once, with a checksum, and reads it', async () => {
    const server = await new S3Server().start();
    onTestFinished(() => server.stop());
    vi.stubEnv('AWS_ENDPOINT_URL', server.origin);
    const archive = new bundled.S3Archive({ client: bundled.s3Client(), bucket: 'archive' });
    const bytes = Buffer.from('report');
    expect(await archive.putNew('reports/a', bytes)).toBe(true);
    expect(await archive.putNew('reports/a', Buffer.from('other'))).toBe(false);
    expect(Buffer.from((await archive.get('reports/a'))!)).toEqual(bytes);
    expect(await archive.get('reports/b')).toBeNull();
    // CRC-32 of the six bytes, big-endian, as of zlib.crc32: S3 demands a checksum where objects are locked.
    expect(server.objects.get('reports/a')?.headers).toMatchObject({ 'x-amz-checksum-crc32': 'xC93hA==' });
  });

  /** The host that a request for an object goes to; nothing is sent. */
  async function hostAsked(client: S3Client): Promise<string> {
    let host = '';
    client.middlewareStack.add(
      () => async (args) => {
        host = (args.request as { hostname: string }).hostname;
        return { response: {}, output: { $metadata: {} } } as never;
      },
      { step: 'finalizeRequest', priority: 'high' },
    );
    await new bundled.S3Archive({ client, bucket: 'briefing' }).putNew('key', Buffer.from('x'));
    return host;
  }

  it.each([
    ['us-east-1', 'briefing.s3.us-east-1.amazonaws.com'],
    ['us-gov-west-1', 'briefing.s3.us-gov-west-1.amazonaws.com'],
    ['cn-north-1', 'briefing.s3.cn-north-1.amazonaws.com.cn'],
    ['eusc-de-east-1', 'briefing.s3.eusc-de-east-1.amazonaws.eu'],
    ['us-iso-east-1', 'briefing.s3.us-iso-east-1.c2s.ic.gov'],
    ['us-isob-east-1', 'briefing.s3.us-isob-east-1.sc2s.sgov.gov'],
    ['eu-isoe-west-1', 'briefing.s3.eu-isoe-west-1.cloud.adc-e.uk'],
  ])('in %s asks %s', async (region, host) => {
    vi.stubEnv('AWS_REGION', region);
    expect(await hostAsked(bundled.s3Client())).toBe(host);
  });

  it('asks for FIPS where a variable demands it', async () => {
    vi.stubEnv('AWS_USE_FIPS_ENDPOINT', 'true');
    expect(await hostAsked(bundled.s3Client())).toBe('briefing.s3-fips.us-east-1.amazonaws.com');
  });
});

/** A service of AWS that answers a request by its body. */
async function service(answer: (body: string) => { readonly status: number; readonly text: string }) {
  const server = createServer(async (request, response) => {
    const { status, text } = answer(Buffer.concat(await request.toArray()).toString());
    response.writeHead(status).end(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

describe('secrets in a bundle', () => {
  it.each([
    ['ssm', '/briefing/fred', 'ParameterNotFound', '{"Parameter":{"Value":"key"}}'],
    ['secretsmanager', 'briefing/fred', 'ResourceNotFoundException', '{"SecretString":"key"}'],
  ] as const)('are read from %s, and a refusal keeps its name', async (store, name, refusal, text) => {
    const message = 'nothing under this name';
    await service((body) =>
      body.includes(`"${name}"`)
        ? { status: 200, text }
        : { status: 400, text: JSON.stringify({ __type: refusal, message }) },
    );
    const read = bundled.secretStores()[store];
    expect(await read(name)).toBe('key');
    await expect(read('other')).rejects.toMatchObject({ name: refusal, message });
  });
});
