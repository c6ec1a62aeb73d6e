import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { actsOnReaders, noteLimit } from '../../../lambda/outside-text.ts';
import { renderHtml } from '../../../lambda/rendering/html.ts';
import { payloadsOf } from '../../../lambda/sources/live/source.ts';
import { runOn } from '../../support/gate-runs.ts';
import { dispatchOf, mailTo } from '../../support/mail.ts';
import { collectFrom, goodKeys, keepCollected, listedFolder } from '../../support/provider/collect.ts';
import { type AnswerFault, answering } from '../../support/provider/faults.ts';
import { serveProviders } from '../../support/provider/served.ts';
import type { ProviderServer } from '../../support/provider/server.ts';
import { sourceNote } from '../../support/published.ts';

const session = '2025-12-31';
const evening = { session, now: '2026-01-01T01:30:00Z' };

let server: ProviderServer;
serveProviders({ session, now: evening.now, length: 800 }, (started) => {
  server = started;
});

describe('a hostile provider', () => {
  it('whose answer a parser cannot survive costs its own series only', async () => {
    const wrong = Array.from({ length: 30_000 }, () => '1.0');
    const chart = { open: wrong, high: wrong, low: wrong, close: wrong, volume: wrong };
    server.break('yahoo', {
      change: (reply, { path }) => {
        if (!path.endsWith('/IWM')) return reply;
        const answer = JSON.parse(reply.body);
        Object.assign(answer.chart.result[0], {
          timestamp: wrong,
          indicators: { quote: [chart], adjclose: [{ adjclose: wrong }] },
        });
        return { ...reply, body: JSON.stringify(answer) };
      },
    });
    const collected = await collectFrom(server, evening);
    expect(collected.of('bars:IWM').payload?.source).toBe('cboe-chart');
    expect(collected.of('bars:IWM').attempts[0]).toMatchObject({ source: 'yahoo', outcome: 'refused' });
  });

  it.each([
    ['a list of millions', `{"chart":{"result":[${'0,'.repeat(2_000_000)}0]}}`, /a list of 2000001 entries/],
    ['lists within lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, /not the expected shape/],
    ['a title that never ends', `<html>${'<title'.repeat(100_000)}`, /an HTML page instead of data/],
  ])('that sends %s is refused quickly and in a sentence', async (_, body, why) => {
    server.break('yahoo', answering(200, 'application/json', body));
    const collected = await collectFrom(server, evening);
    expect(collected.of('bars:IWM').attempts[0]?.why).toMatch(why);
  });

  it('puts no acting character and no endless word into what is kept of a run', async () => {
    const evil = `\u001b]8;;http://evil\u0007\u202e\u0000${'A'.repeat(100_000)}`;
    server.break('yahoo', {
      change: (reply) => ({
        ...reply,
        body: reply.body.replace('"USD"', JSON.stringify(evil)),
        headers: { etag: 'A'.repeat(5_000) },
      }),
    });
    server.break('direxion', {
      change: (reply) => ({ ...reply, body: reply.body.replace(/\d+\.\d+/, evil.replaceAll('\u0000', '')) }),
    });
    server.break('fredgraph', answering(200, 'text/plain', evil));
    server.break(
      'fred',
      answering(400, 'application/json', JSON.stringify({ error_code: 400, error_message: evil })),
    );
    const collected = await collectFrom(server, { ...evening, keys: goodKeys });
    const said = collected.outcomes.flatMap(({ attempts }) => attempts.map(({ why = '' }) => why));
    const { provenance, flags } = collected.assembled;
    const written = [
      ...said,
      ...provenance.map((entry) => sourceNote(entry) ?? ''),
      ...flags.map(({ text }) => text),
    ];
    expect(said.filter((text) => text.includes('\\u{1b}')).length).toBeGreaterThan(3);
    for (const text of written) {
      expect(actsOnReaders(text)).toBe(false);
      expect(text.length).toBeLessThanOrEqual(noteLimit + 60);
      expect(text).not.toMatch(/A{61}/);
    }
    for (const { payload } of collected.outcomes)
      for (const value of Object.values(payload?.response?.headers ?? {}))
        expect(value.length).toBeLessThanOrEqual(noteLimit);
  });

  it('leaves no acting character in a report, its pages or its mail, whatever is in its words', async () => {
    // A control and a direction character behind every capitalised word that may be a name, a sector or a title.
    const raw = '\u001b[31m\u202e\u0007';
    const change: AnswerFault['change'] = (reply) => ({
      ...reply,
      body: reply.body.replaceAll(/\b[A-Z][a-z]{3,}\b/g, (word) =>
        /json/.test(reply.type) ? `${word}\\u001b[31m\\u202e\\u0007` : `${word}${raw}`,
      ),
    });
    for (const provider of [
      'nasdaq',
      'finnhub',
      'ishares',
      'direxion',
      'sec',
      'bls',
      'fred',
      'nyfed',
    ] as const)
      server.break(provider, { change });
    const collected = await collectFrom(server, { ...evening, keys: goodKeys });
    const received = payloadsOf(collected.outcomes, { ...evening, through: session });
    const { report } = await runOn(received, session, evening.now, true);
    const { subject, text, html, bytes } = await mailTo(dispatchOf(report!));
    const message = await PostalMime.parse(bytes);
    const strings = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(strings);
    // Lines of a page or a mail are broken on purpose.
    const lines = [
      renderHtml(report!),
      renderHtml(report!, 'paper'),
      subject,
      text,
      html,
      message.subject ?? '',
      message.text ?? '',
      message.html ?? '',
    ].flatMap((whole) => whole.split('\n'));
    expect(strings(report).filter((said) => said.includes('u{1b}')).length).toBeGreaterThan(0);
    expect([...strings(report), ...lines].filter(actsOnReaders)).toEqual([]);
  });

  it('that echoes its key in every escape has it written nowhere', async () => {
    const fred = 'abcdefgh/12345678+ZYXWvuts';
    const forms = [
      fred,
      fred.replaceAll('/', '\\/'),
      fred.replaceAll('/', '\\u002f'),
      encodeURIComponent(fred).toLowerCase(),
      encodeURIComponent(encodeURIComponent(fred)),
      fred.replaceAll('/', '&#47;'),
      Buffer.from(fred).toString('base64'),
      fred.toUpperCase(),
      fred.slice(0, 12),
    ];
    const folder = listedFolder();
    const options = { ...evening, archive: new FolderArchive(folder), keys: { ...goodKeys, fred } };
    let asked = 0;
    server.break('fred', {
      change: () => {
        const form = forms[asked++ % forms.length] ?? '';
        const body = `{"error_code":400,"error_message":"bad ${form}"}`;
        const headers = { etag: `"${form}"`, 'content-type': `x/${form}` };
        return { status: 400, type: 'application/json', body, headers };
      },
    });
    while (asked < forms.length) {
      const collected = await collectFrom(server, options);
      await keepCollected(collected, options);
      expect(collected.of('macro:UNRATE').attempts[0]?.why).toContain('REDACTED');
    }
    const kept = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const bytes = readFileSync(join(entry.parentPath, entry.name));
        return (entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
      });
    expect(kept.length).toBeGreaterThan(forms.length);
    const runs = /abcdefgh|12345678|zyxwvuts|YWJjZGVmZ2gv/i;
    expect(kept.filter((text) => runs.test(text))).toEqual([]);
  });
});
