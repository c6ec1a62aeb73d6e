import { beforeAll, describe, expect, it } from 'vitest';
import { tna } from '../../../lambda/editions/tna.ts';
import { shortfalls } from '../../../lambda/quality/gate.ts';
import { assemble } from '../../../lambda/sources/assemble.ts';
import { ParseCache } from '../../../lambda/sources/parse-cache.ts';
import type { HashedPayload } from '../../../lambda/sources/source.ts';
import { simulated } from '../../support/simulated.ts';

const session = '2025-11-26';
let sound: readonly HashedPayload[];
const cache = new ParseCache();
let changes = 0;

beforeAll(async () => {
  const request = { edition: tna, session, through: session, now: `${session}T23:00:00Z` };
  const payloads = await simulated.collect(request);
  sound = payloads.map((payload) => ({ ...payload, raw: payload.key }));
});

const textOf = (payload: HashedPayload) => new TextDecoder().decode(payload.bytes);
const linesOf = (payload: HashedPayload) => textOf(payload).trimEnd().split('\n');

/** The same market with one payload's text changed. */
function withOne(key: string, change: (payload: HashedPayload) => string) {
  const changed = sound.map((payload) =>
    payload.key === key
      ? { ...payload, raw: `${key} changed ${++changes}`, bytes: Buffer.from(change(payload)) }
      : payload,
  );
  return assemble({ edition: tna, session }, changed, cache);
}

const damages: readonly (readonly [string, (payload: HashedPayload) => string])[] = [
  ['empty', () => ''],
  ['a page of HTML', () => '<!DOCTYPE html><html><title>Too many requests</title>'],
  [
    'cut within a row',
    (payload) =>
      textOf(payload)
        .slice(0, -9)
        .replace(/,[^,]*$/, ''),
  ],
  ['under another header', (payload) => ['a,b', ...linesOf(payload).slice(1)].join('\n')],
  ['with a date twice', (payload) => [...linesOf(payload), linesOf(payload).at(-1)!].join('\n')],
  [
    'with a word for a value',
    (payload) =>
      textOf(payload)
        .replace(/,[^,\n]+\n$/, ',word\n')
        .replace(/(\n[^,]+,)[^,]+/, '$1word'),
  ],
];

describe('damage to a series that no briefing depends on', () => {
  const optional = ['bars:KRE', 'bars:TZA', 'bars:^VIX', 'macro:UMCSENT', 'macro:DGS10', 'macro:GDPC1'];
  it.each(damages)('%s, leaves it out alone and stops nothing', (_, damage) => {
    const whole = assemble({ edition: tna, session }, sound, cache);
    for (const key of optional) {
      const hurt = withOne(key, damage);
      expect(shortfalls(tna, session, hurt), key).toEqual([]);
      const statuses = (of: typeof whole) =>
        of.provenance.filter((entry) => entry.key !== key).map((entry) => [entry.key, entry.status]);
      expect(statuses(hurt)).toEqual(statuses(whole));
      expect(hurt.provenance.map((entry) => entry.key)).toEqual(whole.provenance.map((entry) => entry.key));
      expect(hurt.flags.filter(({ code }) => code === 'left-out').map(({ subject }) => subject)).toEqual([
        key,
      ]);
    }
  });

  it.each(damages)('%s, is refused in a required one', (_, damage) => {
    for (const symbol of tna.required) expect(() => withOne(`bars:${symbol}`, damage)).toThrow();
  });
});

describe('the prices of another symbol', () => {
  const of = (key: string) => textOf(sound.find((payload) => payload.key === key)!);
  const left = (key: string, from: string) =>
    withOne(key, () => of(from))
      .flags.filter(({ code }) => code === 'left-out')
      .map(({ subject }) => subject);

  it('in two required files are refused, naming both', () => {
    expect(() => withOne('bars:IWM', () => of('bars:SPY'))).toThrow(
      /simulated market.*: has the same prices as .*: one of the two is of another symbol/,
    );
  });

  it('in two optional files leave both out', () => {
    expect(left('bars:KRE', 'bars:XLI')).toEqual(['bars:KRE', 'bars:XLI']);
  });

  it('in two macro files leave both out, an older copy too, and neither where a value differs', () => {
    const core = sound.find(({ key }) => key === 'macro:CPILFESL')!;
    const copied = (change = (text: string) => text) =>
      withOne('macro:CPIAUCSL', () => change(textOf(core).replace('CPILFESL', 'CPIAUCSL')))
        .flags.filter(({ code }) => code === 'left-out')
        .map(({ subject, text }) => [subject, text]);
    const why = (other: string) => `has the same values as ${other}: one of the two is of another series`;
    expect(copied()).toEqual([
      ['macro:CPIAUCSL', expect.stringContaining(why(core.origin))],
      ['macro:CPILFESL', expect.stringContaining('one of the two is of another series')],
    ]);
    expect(copied((text) => text.trimEnd().replace(/[^\n]+$/, ''))).toHaveLength(2);
    expect(copied((text) => text.replace(/(\d)\n$/, (_, digit) => `${(Number(digit) + 1) % 10}\n`))).toEqual(
      [],
    );
  });

  it('of a required symbol in an optional file exclude the optional one', () => {
    expect(left('bars:TZA', 'bars:TNA')).toEqual(['bars:TZA']);
    expect(left('bars:KRE', 'bars:IWM')).toEqual(['bars:KRE']);
    expect(left('bars:RSP', 'bars:SPY')).toEqual(['bars:RSP']);
  });

  it('of an optional symbol in a required file are refused', () => {
    expect(() => left('bars:TNA', 'bars:TZA')).toThrow(/same prices/);
    expect(() => left('bars:IWM', 'bars:KRE')).toThrow(/same prices/);
    expect(() => left('bars:SPY', 'bars:RSP')).toThrow(/same prices/);
    expect(() => left('bars:QQQ', 'bars:XLK')).toThrow(/same prices/);
  });
});

describe('a file without a line end', () => {
  const files = (cut: readonly string[]) =>
    sound.slice(0, 6).map((payload) => ({
      ...payload,
      source: 'folder',
      raw: `${payload.key} as a file ${cut.includes(payload.key)}`,
      bytes: cut.includes(payload.key) ? payload.bytes.subarray(0, -1) : payload.bytes,
    }));
  const flagged = (...cut: string[]) =>
    assemble({ edition: tna, session }, files(cut), cache).flags.filter(({ code }) => code === 'cut-off');

  it('is named where all others have one', () => {
    expect(flagged('bars:TZA')).toEqual([
      {
        subject: 'bars:TZA',
        code: 'cut-off',
        text: expect.stringMatching(
          /ends without a line end, as no other file does: its last value may be cut off$/,
        ),
      },
    ]);
  });

  it('is not one whose line ends are of UTF-16', () => {
    const text = (bytes: Uint8Array) => Buffer.from(`\ufeff${new TextDecoder().decode(bytes)}`, 'utf16le');
    const [first, ...others] = files([]);
    const wide = { ...first!, raw: 'UTF-16', bytes: new Uint8Array(text(first!.bytes)) };
    const { flags } = assemble({ edition: tna, session }, [wide, ...others], cache);
    expect(flags.filter(({ code }) => code === 'cut-off')).toEqual([]);
  });

  it('is the folder’s way where two have none', () => {
    expect(flagged('bars:TZA', 'bars:IWM')).toEqual([]);
  });
});
