import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import cdk from '../../cdk.json' with { type: 'json' };
import { readConfig } from '../../infra/config.ts';
import { parseConfig, runtimeConfig } from '../../lambda/config.ts';

const read = (context: Record<string, unknown>) => readConfig(new App({ context }).node);

it('cdk.json has every feature flag as this version of the CDK recommends it, and no other', () => {
  const { briefing, ...flags } = cdk.context;
  expect(briefing).toEqual({});
  expect(Object.keys(recommended).length).toBeGreaterThan(50);
  expect(flags).toEqual(recommended);
});

describe('the configuration of a deployment', () => {
  it('needs nothing: keyless, without mail, with the archive kept', () => {
    expect(read({})).toEqual({
      stackName: 'SmallcapBriefing',
      edition: 'tna',
      paper: 'A4',
      recipients: [],
      mail: { when: 'first' },
      chat: { hosts: [] },
      secrets: {},
      allowIncomplete: false,
      deadlineMinutes: 75,
      waitSeconds: 600,
      schedule: { enabled: true, evening: '17:45', final: '20:15', morning: '08:30' },
      readers: { access: 'bucket', allowedAddresses: [], data: false },
      data: { athena: false },
      archive: { onDestroy: 'keep', objectLockDays: 0 },
      operators: [],
      addresses: {},
    });
  });

  it.each([
    { secrets: { FRED_API_KEY: 'ssm:/fred' }, addresses: { fred: 'http://127.0.0.1:8080' } },
    { secrets: { FRED_API_KEY: 'ssm:/fred' }, addresses: { fred: 'https://proxy.example' } },
    { secrets: { FRED_API_KEY: 'ssm:/fred' }, addresses: { yahoo: 'http://proxy.example' } },
  ])('takes plain http to this machine, and without a key: %j', (briefing) => {
    expect(read({ briefing })).toMatchObject(briefing);
  });

  it('takes -c over cdk.json, by name, and leaves the rest of cdk.json', () => {
    const config = read({
      briefing: { schedule: { evening: '18:00', morning: '07:00' }, recipients: ['a@example.org'] },
      'briefing.schedule.evening': '18:30',
      'briefing.schedule.enabled': 'false',
      'briefing.sender': 'desk@example.org',
      'briefing.recipients': '["b@example.org","c@example.org"]',
      'briefing.waitSeconds': '120',
    });
    expect(config.schedule).toEqual({ enabled: false, evening: '18:30', final: '20:15', morning: '07:00' });
    expect(config.recipients).toEqual(['b@example.org', 'c@example.org']);
    expect(config.sender).toBe('desk@example.org');
    expect(config.waitSeconds).toBe(120);
  });

  it.each([
    [{ edition: 'tan' }, 'briefing.edition', 'known: tna'],
    [
      { secrets: { FRED_API_KEY: 'ssm:/fred' }, addresses: { fred: 'http://proxy.example' } },
      'briefing.addresses.fred: would send FRED_API_KEY unencrypted',
      'write an https address',
    ],
    [
      {
        secrets: { APCA_API_KEY_ID: 'ssm:/a', APCA_API_SECRET_KEY: 'ssm:/b' },
        addresses: { alpaca: 'http://127.0.0.1.example' },
      },
      'briefing.addresses.alpaca: would send APCA_API_KEY_ID unencrypted',
      '',
    ],
    [{ recipient: ['a@example.org'] }, 'briefing: no such setting: recipient', ''],
    [{ recipients: ['a@example.org'] }, 'briefing.sender: recipients want a sender', 'SES has verified'],
    [{ recipients: ['a at example'], sender: 'a@b.example' }, 'briefing.recipients.0', 'name@example.org'],
    [{ schedule: { evening: '5:45 pm' } }, 'briefing.schedule.evening', '17:45'],
    [{ schedule: { evening: '16:14' } }, 'briefing.schedule.evening', '16:15 or later'],
    [{ schedule: { evening: '11:00' } }, 'briefing.schedule.evening', '16:15 or later'],
    [{ schedule: { evening: '20:20' } }, 'briefing.schedule.evening', 'two runs of a session would meet'],
    [{ schedule: { evening: '19:01' } }, 'briefing.schedule.evening', 'two runs of a session would meet'],
    [{ deadlineMinutes: 151 }, 'briefing.schedule.evening', 'fewer minutes'],
    [{ schedule: { final: '20:14' } }, 'briefing.schedule.final', 'provisional'],
    [{ schedule: { final: '20:31' } }, 'briefing.schedule.final', '21:00'],
    [{ schedule: { morning: '12:00' } }, 'briefing.schedule.morning', 'before 12:00'],
    [{ stackName: 'my stack' }, 'briefing.stackName', 'hyphens'],
    [{ stackName: 'S'.repeat(41) }, 'briefing.stackName', 'at most 39'],
    [{ secrets: { FRED_API_KEY: '0123456789abcdef' } }, 'briefing.secrets.FRED_API_KEY', 'never the secret'],
    [{ chat: { slack: 'https://hooks.slack.com/services/x' } }, 'briefing.chat.slack', 'never the secret'],
    [{ chat: { hosts: ['https://chat.example.org'] } }, 'briefing.chat.hosts.0', 'write a host'],
    [{ secrets: { APCA_API_KEY_ID: 'ssm:/id' } }, 'briefing.secrets', 'APCA_API_SECRET_KEY'],
    [{ readers: { access: 'public' } }, 'briefing.readers.access', '"site"'],
    [{ readers: { passwordSha256: 'hunter2' } }, 'briefing.readers.passwordSha256', 'sha256sum'],
    [{ readers: { allowedAddresses: ['203.0.113'] } }, 'briefing.readers.allowedAddresses.0', '203.0.113.7'],
    [{ archive: { onDestroy: 'destroy' } }, 'briefing.archive.onDestroy', '"delete"'],
    [{ archive: { onDestroy: 'delete', objectLockDays: 30 } }, 'briefing.archive: onDestroy', 'forbids'],
    [{ contact: 'Łukasz l@example.org' }, 'briefing.contact', 'plain letters'],
    [{ addresses: { yahho: 'http://127.0.0.1' } }, 'briefing.addresses.yahho', 'known: yahoo'],
    [{ addresses: { yahoo: 'http://127.0.0.1/v8' } }, 'briefing.addresses.yahoo', 'without a path'],
  ])('%j is refused with a message to act on', (briefing, place, advice) => {
    const refused = () => read({ briefing });
    expect(refused).toThrow(place);
    expect(refused).toThrow(advice);
    expect(refused).toThrow('cdk.json');
  });

  it.each([
    { schedule: { evening: '16:15' } },
    { schedule: { evening: '19:00' } },
    { schedule: { final: '20:30' }, deadlineMinutes: 165 },
    { deadlineMinutes: 150 },
    { deadlineMinutes: 240, schedule: { evening: '16:15' } },
    { schedule: { morning: '11:59' } },
    { stackName: 'S'.repeat(40) },
  ])('%j is taken', (briefing) => {
    expect(read({ briefing })).toMatchObject(briefing);
  });

  it('names everything that is wrong at once, and never the value of a secret', () => {
    const message = messageOf(() =>
      read({ briefing: { paper: 'A5', secrets: { FRED_API_KEY: 'topsecret' }, waitSeconds: 1 } }),
    );
    expect(message.split('\n')).toHaveLength(4);
    expect(message).not.toContain('topsecret');
  });

  it('refuses a briefing that is no object', () => {
    expect(() => read({ briefing: 'tna' })).toThrow('briefing');
  });
});

describe('docs/deploy.md', () => {
  it('lists every setting with its default', () => {
    const listed = readFileSync(new URL('../../docs/deploy.md', import.meta.url), 'utf8');
    for (const [name, value] of Object.entries(read({}))) {
      const nested = typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
      if (nested.length === 0) expect(listed).toContain(`\`${name}\``);
      for (const [inner, set] of nested) {
        expect(listed).toMatch(new RegExp(`\`(${name})?\\.${inner}\``));
        expect(listed).toContain(`\`${JSON.stringify(set)}\``);
      }
    }
  });
});

describe('what the functions read', () => {
  it('is the part of it that concerns them, by the same schema', () => {
    expect(parseConfig(runtimeConfig, { recipients: ['a@example.org'] }, 'BRIEFING_CONFIG').paper).toBe('A4');
    expect(() => parseConfig(runtimeConfig, { readers: {} }, 'BRIEFING_CONFIG')).toThrow(
      'BRIEFING_CONFIG cannot be used:\n  briefing: no such setting: readers',
    );
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('nothing was thrown');
}
