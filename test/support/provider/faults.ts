import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Asked, Reply } from './replies.ts';

/**
 * What goes wrong with an answer. `change` alters what is said, `send` how it is sent; a send that never ends its
 * response is a server that hangs.
 */
export interface AnswerFault {
  readonly change?: (reply: Reply, asked: Asked) => Reply;
  readonly send?: (response: ServerResponse, reply: Reply) => void;
}

/** Another answer in place of the right one. */
export const answering = (
  status: number,
  type: string,
  body: string,
  headers: Record<string, string> = {},
): AnswerFault => ({
  change: () => ({ status, type, body, headers }),
});

const page =
  '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>';

/** An answer's JSON changed in place. */
function rewrite(change: (value: never, asked: Asked) => unknown): AnswerFault {
  return {
    change: (reply, asked) => ({
      ...reply,
      body: JSON.stringify(change(JSON.parse(reply.body) as never, asked)),
    }),
  };
}

function head(response: ServerResponse, reply: Reply, headers: Record<string, string> = {}): void {
  response.writeHead(reply.status, { 'content-type': reply.type, ...reply.headers, ...headers });
}

export const faults = {
  hangs: { send: () => undefined },
  breaks: { send: (response) => response.destroy() },
  neverEnds: {
    send(response, reply) {
      head(response, reply);
      const drip = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(drip));
    },
  },
  floods: {
    send(response, reply) {
      head(response, reply);
      const chunk = Buffer.alloc(1 << 20, 0x20);
      const pour = (): void => {
        while (!response.destroyed && response.write(chunk)) if (response.writableNeedDrain) break;
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    },
  },
  cutGzip: {
    send(response, reply) {
      head(response, reply, { 'content-encoding': 'gzip' });
      const whole = gzipSync(reply.body);
      response.end(whole.subarray(0, Math.floor(whole.length / 2)));
    },
  },
  cutLength: {
    send(response, reply) {
      const whole = Buffer.from(reply.body);
      head(response, reply, { 'content-length': String(whole.length) });
      response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => response.destroy());
    },
  },
  html: answering(200, 'text/html', page),
  htmlAsCsv: answering(200, 'text/csv', page),
  plain429: answering(429, 'text/plain', 'Too Many Requests'),
  edge429: answering(200, 'text/plain', 'Edge: Too Many Requests'),
  patient429: answering(429, 'text/plain', 'Too Many Requests', { 'retry-after': '120' }),
  error500: answering(500, 'text/html', '<html><title>Will be right back</title></html>'),
  unauthorised: answering(401, 'application/json', '{"message":"unauthorized"}'),
  empty: answering(200, 'application/json', ''),
  jsonError: answering(
    200,
    'application/json',
    '{"code":429,"message":"You have run out of API credits","status":"error"}',
  ),
  redirectsAway: answering(302, 'text/html', '', { location: 'http://elsewhere.invalid/' }),
} satisfies Record<string, AnswerFault>;

interface YahooChart {
  chart: {
    result: {
      meta: { symbol: string; regularMarketTime: number };
      timestamp: number[];
      indicators: { quote: Record<string, (number | null)[]>[]; adjclose: { adjclose: (number | null)[] }[] };
    }[];
  };
}

function columnsOf(chart: YahooChart): (number | null)[][] {
  const [result] = chart.chart.result;
  const quote = Object.values(result?.indicators.quote[0] ?? {});
  return [result?.timestamp ?? [], ...quote, result?.indicators.adjclose[0]?.adjclose ?? []];
}

/** What Yahoo does to its charts, one habit each. */
export const yahooFaults = {
  noSessionBar: rewrite((chart: YahooChart) => {
    for (const column of columnsOf(chart)) column.pop();
    return chart;
  }),
  short: rewrite((chart: YahooChart) => {
    for (const column of columnsOf(chart)) column.splice(0, column.length - 60);
    return chart;
  }),
  otherSymbol: rewrite((chart: YahooChart, { path }) => {
    const [result] = chart.chart.result;
    if (result !== undefined && path.endsWith('/IWM')) result.meta.symbol = 'IWN';
    return chart;
  }),
  liveLastRow: rewrite((chart: YahooChart) => {
    for (const column of columnsOf(chart)) column.push(column.at(-1) ?? null);
    const [result] = chart.chart.result;
    const last = result?.timestamp.length ?? 0;
    if (result !== undefined) result.timestamp[last - 1] = result.meta.regularMarketTime;
    for (const name of ['close', 'open', 'high', 'low'] as const) {
      const column = result?.indicators.quote[0]?.[name];
      // The first of the two is the older state of the same day.
      if (column !== undefined) column[last - 2] = (column[last - 2] ?? 0) * 0.999;
    }
    return chart;
  }),
  nullRows: rewrite((chart: YahooChart) => {
    for (const column of columnsOf(chart).slice(1)) column[100] = null;
    return chart;
  }),
  stillOpen: rewrite((chart: YahooChart) => {
    const [result] = chart.chart.result;
    if (result !== undefined) result.meta.regularMarketTime -= 3600;
    return chart;
  }),
  skewedClock: rewrite((chart: YahooChart) => {
    const [result] = chart.chart.result;
    if (result !== undefined) result.meta.regularMarketTime += 3 * 86_400;
    return chart;
  }),
  wrongClose: rewrite((chart: YahooChart, { path }) => {
    const { quote, adjclose } = chart.chart.result[0]!.indicators;
    const { volume: _, ...prices } = quote[0]!;
    if (path.endsWith('/IWM'))
      for (const column of [...Object.values(prices), adjclose[0]!.adjclose])
        column.push((column.pop() ?? 0) * 1.0025);
    return chart;
  }),
} satisfies Record<string, AnswerFault>;

/** What happens to the CSV files of FRED, the Treasury and Cboe. */
export const csvFaults = {
  changedHeader: { change: (reply) => ({ ...reply, body: reply.body.replace(/^[^\n]*/, 'period,figure') }) },
  otherSeries: {
    change: (reply) => ({
      ...reply,
      body: reply.body.replace(/^observation_date[^\n]*/, (header) => header.replace(/,\w+/g, ',GNP')),
    }),
  },
  insertedColumn: {
    change: (reply) => ({
      ...reply,
      body: reply.body.replace(
        /^([^,\n]*),/gm,
        (_, first: string) => `${first},${/^[A-Za-z]/.test(first) ? 'NEW' : '1.23'},`,
      ),
    }),
  },
  rowsCut: {
    change: (reply) => ({ ...reply, body: reply.body.slice(0, Math.floor(reply.body.length * 0.7)) }),
  },
  thousandfold: {
    change: (reply) => ({
      ...reply,
      body: reply.body.replace(/,(-?[\d.]+)/g, (_, value: string) => `,${Number(value) * 1000}`),
    }),
  },
} satisfies Record<string, AnswerFault>;
