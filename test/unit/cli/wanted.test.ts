import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { columns, histories, purposeOf, sectionNamesOf, wantedFiles } from '../../../lambda/cli/wanted.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import { folderSource } from '../../../lambda/sources/files/folder.ts';
import type { Payload, Source } from '../../../lambda/sources/source.ts';
import { reportFrom, simulatedReport } from '../../support/briefings.ts';
import { simulated } from '../../support/simulated.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const session = '2025-12-31';
const files = wantedFiles(tna);
const four = tna.required.map((symbol) => `bars:${symbol}`);
let market: readonly Payload[];

beforeAll(async () => {
  const request = { edition: tna, session, through: session, now: `${session}T23:50:00.000Z` };
  market = await simulated.collect(request);
});

/** The simulated market with its payloads changed. */
const source = (change: (payloads: readonly Payload[]) => readonly Payload[]): Source => ({
  ...simulated,
  collect: async () => change(market),
});

/** The series of a file: `bars:^RUT` of `market/_RUT.csv`. */
const keyOf = (file: string): string =>
  file.replace('market/', 'bars:').replace('macro/', 'macro:').replace('_', '^').replace('.csv', '');

/** The series that figures and lines of each section rest on, through all that they are made from. */
function seriesOfSections(report: Report): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, ReadonlySet<string>>();
  const restsOn = (id: string): ReadonlySet<string> => {
    if (/^(bars|macro):/.test(id)) return new Set([id]);
    const found = known.get(id);
    if (found !== undefined) return found;
    known.set(id, new Set());
    const inputs = report.figures[id]?.inputs ?? report.series[id]?.inputs ?? [];
    const all = new Set(inputs.flatMap((input) => [...restsOn(input)]));
    known.set(id, all);
    return all;
  };
  const ids = new Set([...Object.keys(report.figures), ...Object.keys(report.series)]);
  const named = (value: unknown): string[] => {
    if (typeof value === 'string') return ids.has(value) ? [value] : [];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(named) : [];
  };
  return new Map(
    report.sections.map((section) => [section.id, new Set(named(section).flatMap((id) => [...restsOn(id)]))]),
  );
}

describe('the files that a folder may hold', () => {
  it('are those that the folder reads, every one', async () => {
    const folder = await temporaryFolder();
    for (const part of ['market', 'macro']) await mkdir(join(folder.path, part));
    for (const { file } of files) await writeFile(join(folder.path, file), 'x');
    const request = { edition: tna, session, through: session, now: `${session}T23:50:00.000Z` };
    const read = await folderSource(folder.path).collect(request);
    expect(read.map(({ key }) => key).sort()).toEqual(files.map(({ file }) => keyOf(file)).sort());
    await folder.dispose();
  });

  it('feed the sections that they are said to feed, and no others', async () => {
    const report = await simulatedReport(session);
    const rest = seriesOfSections(report);
    for (const { file, feeds, standsInFor } of files.filter((one) => one.standsInFor === undefined)) {
      const found = Object.keys(sectionNamesOf(tna)).filter((id) => rest.get(id)?.has(keyOf(file)));
      expect([file, standsInFor, found]).toEqual([file, undefined, feeds]);
    }
    const titles = new Map(report.sections.map(({ id, title }) => [id, title]));
    for (const [id, name] of Object.entries(sectionNamesOf(tna))) expect(titles.get(id)).toBe(name);
  });

  it('are the proxies that they are documented to be', async () => {
    const absent = files.flatMap(({ standsInFor }) =>
      standsInFor === undefined ? [] : [`bars:${standsInFor}`],
    );
    expect(absent).toEqual(['bars:GOOGL', 'bars:^VIX']);
    const goog = (payload: Payload): Payload =>
      payload.key === 'bars:GOOGL' ? { ...payload, key: 'bars:GOOG' } : payload;
    const without = source((all) => all.map(goog).filter(({ key }) => key !== 'bars:^VIX'));
    const { figures } = await reportFrom(without, session);
    expect(figures['macro.vix']).toMatchObject({ inputs: ['macro:VIXCLS'], value: expect.any(Number) });
    expect(figures['return.MEGA7.1d']).toMatchObject({ status: 'proxy', value: expect.any(Number) });
  });

  it('are in docs/data.md as they are', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../docs/data.md'), 'utf8');
    const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
    const rows = [
      ...files.map((file) =>
        row(`\`${file.file}\``, file.name, file.required ? 'required' : '', purposeOf(file, tna)),
      ),
      ...columns.map(([name, use]) => row(name, use)),
      ...histories.map(([sessions, gives]) => row(sessions.toLocaleString('en-US'), gives)),
    ];
    const lines = text.split('\n');
    expect(
      lines.filter((line) => line.startsWith('| `market/') || line.startsWith('| `macro/')),
    ).toHaveLength(files.length);
    expect(lines).toEqual(expect.arrayContaining(rows));
  });
});

describe('the columns of a market file', () => {
  const without = (...names: string[]) =>
    source((payloads) =>
      payloads
        .filter(({ key }) => four.includes(key))
        .map((payload) => {
          const [header = '', ...rows] = new TextDecoder().decode(payload.bytes).trimEnd().split('\n');
          const kept = header.split(',').map((name) => !names.includes(name));
          const cut = (line: string) =>
            line
              .split(',')
              .filter((_, i) => kept[i])
              .join(',');
          return { ...payload, bytes: Buffer.from([header, ...rows].map(cut).join('\n')) };
        }),
    );

  it('are each for what they are said to be for', async () => {
    const [whole, unadjusted, closes, volumes] = await Promise.all(
      [without(), without('Adj Close'), without('Open', 'High', 'Low'), without('Volume')].map((one) =>
        reportFrom(one, session),
      ),
    );
    const value = (report: Report | undefined, id: string) => report?.figures[id]?.value ?? null;
    expect(value(unadjusted, 'return.IWM.1y')).not.toBe(value(whole, 'return.IWM.1y'));
    expect(value(unadjusted, 'close.IWM')).toBe(value(whole, 'close.IWM'));
    expect(value(closes, 'return.IWM.21d')).toBe(value(whole, 'return.IWM.21d'));
    for (const id of ['atr.IWM.14', 'stop.IWM.chandelier', 'pivot.IWM.P', 'vol.IWM.yz21'])
      expect([id, value(closes, id), typeof value(whole, id)]).toEqual([id, null, 'number']);
    for (const id of ['attention.IWM.share', 'upvolume.IWM.63d'])
      expect([id, value(volumes, id), typeof value(whole, id)]).toEqual([id, null, 'number']);
    // What the claims on trading say, and how many say what, follows.
    const onTrading = /^(previous\.)?(attention|upvolume|claim\.0[67]|claims|balance)\b/;
    const values = (report: Report | undefined) =>
      Object.fromEntries(
        Object.entries(report?.figures ?? {})
          .filter(([id]) => !onTrading.test(id))
          .map(([id, figure]) => [id, figure.value]),
      );
    expect(values(volumes)).toEqual(values(whole));
  });
});

describe('the least history', () => {
  const last = (sessions: number, keys?: readonly string[]) =>
    source((payloads) =>
      payloads
        .filter(({ key }) => keys?.includes(key) ?? true)
        .map((payload) => {
          if (!payload.key.startsWith('bars:')) return payload;
          const [header, ...rows] = new TextDecoder().decode(payload.bytes).trimEnd().split('\n');
          const upTo = rows.filter((row) => row.slice(0, 10) <= session);
          return { ...payload, bytes: Buffer.from([header, ...upTo.slice(-sessions)].join('\n')) };
        }),
    );

  const figures: Readonly<Record<number, readonly string[]>> = {
    2: ['close.IWM', 'return.IWM.1d'],
    22: ['return.IWM.21d', 'vol.IWM.21d', 'beta.TNA:IWM.21d', 'gap.TNA.21d.total'],
    64: ['return.IWM.63d', 'vol.IWM.63d', 'beta.TNA:IWM.63d', 'gap.TNA.63d.total'],
    200: ['sma.IWM.200'],
    253: ['vol.IWM.252d', 'beta.TNA:IWM.252d', 'td.TNA.252d'],
    505: ['var95.TNA.1d'],
    630: ['rotation.score', 'rotation.state'],
    2521: ['frequency.IWM.-5', 'calendar.all.move'],
  };

  it('is documented for every length that is tested here', () => {
    expect(histories.map(([sessions]) => String(sessions))).toEqual(Object.keys(figures));
  });

  it.each(histories)('of %i sessions gives %s, and one less does not', async (sessions) => {
    const keys = sessions === 630 ? undefined : four;
    const [enough, short] = await Promise.all(
      [sessions, sessions - 1].map((count) => reportFrom(last(count, keys), session)),
    );
    for (const id of figures[sessions] ?? []) {
      expect([id, enough?.figures[id]?.value ?? null]).not.toEqual([id, null]);
      if (id !== 'close.IWM') expect([id, short?.figures[id]?.value ?? null]).toEqual([id, null]);
    }
  });
});
