import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { defaultEndpointResolver } from '../../infra/bundle/s3-endpoint.ts';
import { buildAsset, bundle } from '../../infra/bundling.ts';
import { archiveContract } from '../contract/archive-contract.ts';
import { S3Server } from '../support/s3-server.ts';
import { temporaryFolder } from '../support/temporary.ts';
import * as whole from './support/bundled.ts';

const repository = join(import.meta.dirname, '../..');

let bundled: typeof whole;

beforeAll(async () => {
  const { path, dispose } = await temporaryFolder();
  const file = join(path, 'index.mjs');
  const { code } = await bundle(join(import.meta.dirname, 'support/bundled.ts'));
  await writeFile(file, code);
  bundled = await import(pathToFileURL(file).href);
  return dispose;
});

beforeEach(() => {
  const variables = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
});
afterEach(() => vi.unstubAllEnvs());

archiveContract('the archive as it is bundled', async () => {
  const server = await new S3Server().start();
  vi.stubEnv('AWS_ENDPOINT_URL', server.endpoint);
  return {
    open: () => new bundled.S3Archive({ client: bundled.s3Client(), bucket: 'archive', patience: 2_000 }),
    dispose: () => server.stop(),
  };
});

describe('the address of a bucket, as it is bundled', () => {
  const elsewhere = ['http://127.0.0.1:4566', 'http://127.0.0.1:4566/', 'https://s3.example.org/under/'];
  const regions = ['us-east-1', 'eu-central-1', 'ap-southeast-7', 'us-gov-west-1', 'cn-north-1'];
  const buckets = ['briefing-archive-1a2b', 'archive.example.org', '123-archive'];

  it.each(regions)('is the same that the SDK finds in %s', (Region) => {
    const { endpointProvider } = new S3Client({}).config;
    for (const Bucket of buckets)
      for (const Endpoint of [undefined, ...elsewhere])
        for (const ForcePathStyle of [Endpoint !== undefined, true]) {
          const asked = { Region, Bucket, ForcePathStyle, ...(Endpoint === undefined ? {} : { Endpoint }) };
          expect(defaultEndpointResolver(asked)).toEqual(endpointProvider(asked));
        }
  });

  it('is not guessed where a variable asks for another kind of it', () => {
    const asked = { Region: 'us-east-1', Bucket: 'archive' };
    expect(() => defaultEndpointResolver({ ...asked, UseFIPS: true })).toThrow(/FIPS/);
    expect(() => defaultEndpointResolver({ ...asked, UseDualStack: true })).toThrow(/dual-stack/);
  });
});

/** A service of AWS that answers a request by its body, and the bodies that it heard. */
async function service(answer: (body: string) => { readonly status: number; readonly text: string }) {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    heard.push(`${request.method} ${request.url} ${body}`);
    const { status, text } = answer(body);
    response.writeHead(status).end(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return heard;
}

describe('secrets, as their stores are bundled', () => {
  it.each([
    ['ssm', '/briefing/fred', 'ParameterNotFound', '{"Parameter":{"Value":"key"}}'],
    ['secretsmanager', 'briefing/fred', 'ResourceNotFoundException', '{"SecretString":"key"}'],
  ] as const)('are read from %s, and what is wrong keeps its name', async (store, name, refusal, text) => {
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

describe('a message, as its services are bundled', () => {
  const mail = {
    FromEmailAddress: 'desk@example.org',
    Destination: { ToAddresses: ['reader@example.com'] },
    Content: {
      Simple: {
        Subject: { Data: 'Small caps', Charset: 'UTF-8' },
        Body: { Text: { Data: 'in words' }, Html: { Data: '<p>in a page</p>' } },
        Attachments: [{ FileName: 'briefing.pdf', RawContent: Buffer.from('%PDF') }],
      },
    },
  };
  const news = {
    TopicArn: 'arn',
    Message: 'in words',
    MessageAttributes: { session: { DataType: 'String' } },
  };
  const refused = { name: expect.stringMatching(/^NotFound/), $metadata: { httpStatusCode: 404 } };

  it('goes to SES as by the whole SDK, and is refused as by it', async () => {
    const { SendEmailCommand, SESv2Client } = bundled;
    const heard = await service((body) =>
      body.includes('desk')
        ? { status: 200, text: '{"MessageId":"1"}' }
        : { status: 404, text: '{"__type":"NotFoundException"}' },
    );
    expect((await new whole.SESv2Client().send(new whole.SendEmailCommand(mail))).MessageId).toBe('1');
    expect((await new SESv2Client().send(new SendEmailCommand(mail))).MessageId).toBe('1');
    expect(heard[1]).toBe(heard[0]);
    const nobody = { ...mail, FromEmailAddress: 'nobody' };
    await expect(new SESv2Client().send(new SendEmailCommand(nobody))).rejects.toMatchObject(refused);
  });

  it('goes to SNS as by the whole SDK, and is refused as by it', async () => {
    const { PublishCommand, SNSClient } = bundled;
    const heard = await service((body) =>
      body.includes('arn')
        ? {
            status: 200,
            text: '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
          }
        : { status: 404, text: '<ErrorResponse><Error><Code>NotFound</Code></Error></ErrorResponse>' },
    );
    expect((await new whole.SNSClient().send(new whole.PublishCommand(news))).MessageId).toBe('1');
    expect((await new SNSClient().send(new PublishCommand(news))).MessageId).toBe('1');
    expect(heard[1]).toBe(heard[0]);
    const nowhere = { ...news, TopicArn: 'none' };
    await expect(new SNSClient().send(new PublishCommand(nowhere))).rejects.toMatchObject(refused);
  });
});

it('every stand-in has its place in the least of the functions', async () => {
  const { files } = await bundle(join(repository, 'lambda/handlers/settle.ts'));
  const standIns = globSync('infra/bundle/*.ts', {
    cwd: repository,
    exclude: ['**/lean.ts', '**/*.d.ts'],
  });
  expect(standIns.length).toBeGreaterThan(5);
  expect(files).toEqual(expect.arrayContaining(standIns));
});

describe('a traced function', () => {
  it('adds its part to each trace that it is called in, with what went wrong', async () => {
    const parts: Record<string, unknown>[] = [];
    const daemon = createSocket('udp4', (message) => {
      parts.push(JSON.parse(String(message).split('\n')[1] ?? ''));
    }).bind(0, '127.0.0.1');
    await once(daemon, 'listening');
    onTestFinished(() => void daemon.close());
    const variables = {
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${daemon.address().port}`,
      BRIEFING_BUCKET: 'archive',
      LAMBDA_TASK_ROOT: '/var/task',
      POWERTOOLS_LOG_LEVEL: 'SILENT',
    };
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const { handler } = await import(pathToFileURL(join(await buildAsset('settle'), 'index.mjs')).href);
    const call = (trace: string, event: object) => {
      vi.stubEnv('_X_AMZN_TRACE_ID', trace);
      return handler(event, { awsRequestId: 'request' });
    };
    const root = (last: number) => `1-5759e988-bd862e3fe1be46a99427279${last}`;
    const traced = (last: number) => `Root=${root(last)};Parent=53995c3f42cd8ad${last};Sampled=1`;

    await call(traced(1), { publish: { status: 'new', revision: 1 } });
    await call(`Root=${root(2)};Parent=53995c3f42cd8ad2;Sampled=0`, {});
    await call(traced(3), { publish: { status: 'new', revision: 2 } });
    await expect(call(traced(4), { failure: { Error: 'GateError' } })).rejects.toThrow(/GateError/);

    await expect.poll(() => parts.length).toBe(3);
    expect(parts).toMatchObject([
      { name: 'settle', type: 'subsegment', trace_id: root(1), parent_id: '53995c3f42cd8ad1' },
      { name: 'settle', type: 'subsegment', trace_id: root(3), parent_id: '53995c3f42cd8ad3' },
      { name: 'settle', trace_id: root(4), fault: true, cause: { exceptions: [{ type: 'RunFailed' }] } },
    ]);
    for (const { start_time, end_time } of parts) expect(end_time).toBeGreaterThanOrEqual(Number(start_time));
  });
});
