import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { gateCode } from '../../infra/reader/gate-code.ts';

const reader = 'reader:a long password';
const passwordSha256 = createHash('sha256').update(reader).digest('hex');

interface Answer {
  readonly statusCode?: number;
  readonly uri?: string;
  readonly headers?: Readonly<Record<string, { readonly value: string }>>;
}

/** The very code that is deployed, asked as CloudFront asks it. */
function ask(
  rules: { passwordSha256?: string; allowedAddresses?: string[] },
  ip: string,
  credentials?: string,
): Answer {
  const code = gateCode({ access: 'site', data: false, allowedAddresses: [], ...rules });
  const authorization =
    credentials === undefined ? {} : { authorization: { value: `Basic ${btoa(credentials)}` } };
  const event = { viewer: { ip }, request: { uri: '/latest.json', headers: authorization } };
  const globals = { require: createRequire(import.meta.url), Buffer, event };
  return runInNewContext(`${code}\nhandler(event)`, globals) as Answer;
}

const status = (...of: Parameters<typeof ask>): number => ask(...of).statusCode ?? 200;

describe('the gate before the site', () => {
  it('lets in who has the password, and asks everybody else for it', () => {
    expect(ask({ passwordSha256 }, '203.0.113.7', reader).uri).toBe('/latest.json');
    expect(status({ passwordSha256 }, '203.0.113.7', 'reader:a long passwore')).toBe(401);
    expect(status({ passwordSha256 }, '203.0.113.7', '')).toBe(401);
    expect(ask({ passwordSha256 }, '203.0.113.7').headers?.['www-authenticate']?.value).toContain('Basic');
  });

  it.each([
    ['203.0.113.7', '203.0.113.7', true],
    ['203.0.113.7', '203.0.113.8', false],
    ['203.0.113.0/24', '203.0.113.255', true],
    ['203.0.113.0/24', '203.0.114.0', false],
    ['203.0.113.128/25', '203.0.113.127', false],
    ['203.0.113.128/25', '203.0.113.128', true],
    ['10.0.0.0/12', '10.15.255.255', true],
    ['10.0.0.0/12', '10.16.0.0', false],
    ['0.0.0.0/0', '198.51.100.1', true],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['2001:db8::/32', '2001:db8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['2001:db8:0:0:0:0:0:1', '2001:db8::1', true],
    ['::1', '0:0:0:0:0:0:0:1', true],
    ['2001:db8::8000:0/97', '2001:db8::7fff:ffff', false],
    ['2001:db8::8000:0/97', '2001:db8::8000:1', true],
  ])('with %s allowed, %s is let in: %s', (network, ip, allowed) => {
    expect(status({ allowedAddresses: [network] }, ip)).toBe(allowed ? 200 : 403);
  });

  it('wants both where both are configured', () => {
    const rules = { passwordSha256, allowedAddresses: ['203.0.113.7'] };
    expect(status(rules, '203.0.113.7', reader)).toBe(200);
    expect(status(rules, '203.0.113.8', reader)).toBe(403);
    expect(status(rules, '203.0.113.7')).toBe(401);
  });

  it('fits into what CloudFront takes, 10 kB, with a hundred networks', () => {
    const many = Array.from({ length: 100 }, (_, i) => `2001:db8:${i.toString(16)}::/48`);
    expect(
      Buffer.byteLength(gateCode({ access: 'site', data: false, allowedAddresses: many, passwordSha256 })),
    ).toBeLessThan(10_240);
  });
});
