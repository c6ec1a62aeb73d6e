import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../../lambda/errors.ts';
import { liveConfig } from '../../../../lambda/runtime/config-live.ts';
import { Breaker } from '../../../../lambda/sources/http/breaker.ts';
import { Budget } from '../../../../lambda/sources/http/budget.ts';
import { RateLimiter } from '../../../../lambda/sources/http/rate-limiter.ts';
import { redactBytes, redactText, redactUrl } from '../../../../lambda/sources/http/redact.ts';
import { pauseBefore, retryAfterOf } from '../../../../lambda/sources/http/retry.ts';
import { sleepingClock } from '../../../support/sleeping-clock.ts';

describe('the pause before another try', () => {
  it('grows, is cut by chance, and obeys the provider when it asks for longer', () => {
    expect([2, 3, 4].map((next) => pauseBefore(next, undefined, 1))).toEqual([1000, 2000, 4000]);
    expect(pauseBefore(2, undefined, 0)).toBe(0);
    expect(pauseBefore(2, 3000, 0.1)).toBe(3000);
    expect(pauseBefore(9, undefined, 1)).toBe(8000);
  });

  it('is none when the provider asks for more than a run can wait', () => {
    expect(pauseBefore(2, 60_000, 0.5)).toBeNull();
  });

  it.each([
    ['7', 7000],
    ['Wed, 31 Dec 2025 22:50:05 GMT', 5000],
    ['Wed, 31 Dec 2025 22:00:00 GMT', 0],
    ['soon', undefined],
  ])('reads Retry-After: %s', (header, expected) => {
    expect(retryAfterOf(header, '2025-12-31T22:50:00Z')).toBe(expected);
  });
});

describe('a lane', () => {
  const open = { signal: new AbortController().signal, longest: 10_000, useless: () => false };

  it('starts requests no closer together than its spacing', async () => {
    const clock = sleepingClock();
    const lane = new RateLimiter({ concurrency: 1, spacing: 300 }, clock);
    const starts: number[] = [];
    const work = async () => {
      starts.push(clock.elapsed());
    };
    await Promise.all([lane.run(work, open), lane.run(work, open), lane.run(work, open)]);
    expect(starts).toEqual([0, 300, 600]);
  });

  it('runs no more at once than it may', async () => {
    const lane = new RateLimiter({ concurrency: 2, spacing: 0 }, sleepingClock());
    let [running, most] = [0, 0];
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    };
    await Promise.all(Array.from({ length: 7 }, () => lane.run(work, open)));
    expect(most).toBe(2);
  });

  it('goes on after work that fails, and refuses a turn that is too far away', async () => {
    const lane = new RateLimiter({ concurrency: 1, spacing: 6_000 }, sleepingClock());
    await expect(lane.run(() => Promise.reject(new Error('broken')), open)).rejects.toThrow('broken');
    const turns = Array.from({ length: 4 }, () => lane.run(async () => 'done', open));
    const ended = await Promise.allSettled(turns);
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
  });

  it('starts no more requests within a minute than a provider bears', async () => {
    const clock = sleepingClock();
    const lane = new RateLimiter({ concurrency: 1, spacing: 100, perMinute: 42 }, clock);
    const starts: number[] = [];
    const turn = { ...open, longest: Number.POSITIVE_INFINITY };
    for (let i = 0; i < 43; i += 1) await lane.run(async () => void starts.push(clock.elapsed()), turn);
    expect(starts[41]).toBe(4_100);
    expect(starts[42]).toBe(60_000);
  });

  it.each([
    // Three at work, and 80 s of 350 ms behind them: 20 s of spacing and the wait for the next minute.
    [231, 0],
    [232, 1],
  ])('of such a provider with %i asked for at once refuses %i', async (asked, refused) => {
    const lane = new RateLimiter({ concurrency: 3, spacing: 350, perMinute: 42 }, sleepingClock());
    const turns = Array.from({ length: asked }, () =>
      lane.run(async () => 'done', { ...open, longest: 20_000 }),
    );
    const ended = await Promise.allSettled(turns);
    expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(refused);
  });
});

describe('a breaker', () => {
  it('opens after failures in a row, not after as many in all, and stays open', () => {
    const breaker = new Breaker(2);
    breaker.failed('a');
    breaker.answered();
    breaker.failed('b');
    expect(breaker.open).toBeNull();
    breaker.failed('c');
    breaker.answered();
    expect(breaker.open).toBe('given up for this run (2 failures in a row, the last: c)');
  });

  it('gives waiting callers the failure of those that were sent', () => {
    const breaker = new Breaker(2);
    breaker.failed('answered 500');
    breaker.failed('answered 500');
    expect(breaker.open).toBe('answered 500');
    expect(breaker.trip('too late')).toBe('answered 500');
  });

  it('keeps what opened it as a code, and the first of several', () => {
    const breaker = new Breaker(1);
    expect(breaker.failure).toBeUndefined();
    breaker.failed('not reachable (ENOTFOUND)', { kind: 'unreachable', network: 'ENOTFOUND' });
    breaker.trip('answered 429', { kind: 'throttled' });
    expect(breaker.failure).toEqual({ kind: 'unreachable', network: 'ENOTFOUND' });
  });
});

describe('a budget', () => {
  it('counts on from earlier runs of the day and ends', () => {
    const budget = new Budget({ bls: 24 });
    expect([budget.take('bls', 25), budget.take('bls', 25)]).toEqual([true, false]);
    expect(budget.used()).toEqual({ bls: 25 });
  });

  it('gets back what never left, and keeps no count of nothing', () => {
    const budget = new Budget({ bls: 24 });
    budget.take('bls', 25);
    budget.giveBack('bls');
    expect(budget.take('bls', 25)).toBe(true);
    budget.take('massive', 60);
    budget.giveBack('massive');
    expect(budget.used()).toEqual({ bls: 25 });
  });
});

describe('secrets', () => {
  it('leave addresses, texts and bytes', () => {
    const url = 'https://user:pass@api.example.org/x?series_id=DGS2&api_key=s3cret%2Fkey&token=other';
    expect(redactUrl(url)).toBe('https://api.example.org/x?series_id=DGS2&api_key=REDACTED&token=REDACTED');
    expect(redactText('key s3cret/key or s3cret%2Fkey', ['s3cret/key'])).toBe('key REDACTED or REDACTED');
    const clean = Buffer.from('nothing here');
    expect(redactBytes(clean, ['s3cret/key'])).toBe(clean);
    expect(Buffer.from(redactBytes(Buffer.from('ü s3cret/key'), ['s3cret/key'])).toString()).toBe(
      'ü REDACTED',
    );
  });
});

describe('the environment', () => {
  it.each(['http://127.0.0.1:1', 'http://localhost:1', 'http://[::1]:1', 'https://example.org'])(
    'may name %s for a provider with a key',
    (address) => {
      expect(liveConfig({ FRED_API_KEY: 'a-key-of-fred', BRIEFING_URL_FRED: address }).addresses.fred).toBe(
        address,
      );
    },
  );

  it('may name any address for a provider without a key', () => {
    expect(liveConfig({ BRIEFING_URL_FRED: 'http://example.org' }).addresses.fred).toBe('http://example.org');
  });

  it('gives keys and addresses; a name set to nothing is not set', () => {
    const config = liveConfig({
      FRED_API_KEY: ' abc ',
      TIINGO_API_KEY: '',
      APCA_API_KEY_ID: 'id',
      APCA_API_SECRET_KEY: 'secret',
      BRIEFING_URL_FRED: 'http://127.0.0.1:8080/',
      BRIEFING_CONTACT: 'Jane jane@example.org',
    });
    expect(config).toEqual({
      keys: { fred: 'abc', alpaca: { id: 'id', secret: 'secret' } },
      addresses: { fred: 'http://127.0.0.1:8080' },
      contact: 'Jane jane@example.org',
    });
  });

  it.each([
    [{ APCA_API_KEY_ID: 'only-this-one' }, /both APCA_API_KEY_ID and APCA_API_SECRET_KEY/],
    [{ BRIEFING_URL_YAHOO: 'http://localhost/v8' }, /BRIEFING_URL_YAHOO is not a scheme and host/],
    [{ BRIEFING_URL_SEC: 'ftp://localhost' }, /BRIEFING_URL_SEC/],
    [{ BRIEFING_URL_BLS: 'http://user:hidden-word@localhost' }, /BRIEFING_URL_BLS/],
    [{ TIINGO_API_KEY: 'a–dash-of-a-document' }, /TIINGO_API_KEY holds a character that cannot be sent/],
    [{ BRIEFING_CONTACT: 'Łukasz l@example.org' }, /BRIEFING_CONTACT holds a character/],
    [{ FRED_API_KEY: 'two\u0007lines' }, /FRED_API_KEY holds a character/],
    [
      { FRED_API_KEY: 'a-key-of-fred', BRIEFING_URL_FRED: 'http://example.org' },
      /BRIEFING_URL_FRED would send the key of fred unencrypted/,
    ],
  ])('is refused by the name of the variable, never with its value', (environment, message) => {
    let said = '';
    try {
      liveConfig(environment);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      said = (error as UsageError).message;
    }
    expect(said).toMatch(message);
    for (const value of Object.values(environment)) expect(said).not.toContain(value);
  });
});
