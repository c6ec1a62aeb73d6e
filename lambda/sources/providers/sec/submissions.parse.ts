import { newYorkClock } from '../../../calendar/new-york.ts';
import { isCovered, isSession, nextSession } from '../../../calendar/nyse.ts';
import { counted } from '../../../counted.ts';
import { InputError } from '../../../errors.ts';
import { quoted } from '../../../outside-text.ts';
import type { ParseContext, ParsedResults } from '../../parsing/parsed.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { companySubmissions } from './schema.ts';

/** The report of an event, and its item "Results of Operations and Financial Condition". */
const [currentReport, resultsItem] = ['8-K', '2.02'];

/** New York times between which EDGAR takes filings. */
const accepting = { from: '06:00', until: '22:00' };

const opening = '09:30';

/**
 * The sessions that first traded on a company's results: the day of its report when that was accepted before the open,
 * else the next session. Amendments are no news.
 *
 * The times end in `Z`, and are UTC for most companies but New York's clock for others
 * (https://github.com/theOGognf/finagg/issues/64). Both readings mostly give the same session; where they do not and both
 * are possible, the report is left out and counted.
 *
 * @throws InputError
 */
export function parseSubmissions(bytes: Uint8Array, about: ParseContext): ParsedResults {
  const { cik, filings } = shaped(companySubmissions, jsonOf(bytes));
  const { form, filingDate, acceptanceDateTime, items } = filings.recent;
  for (const [field, column] of Object.entries({ filingDate, acceptanceDateTime, items }))
    if (column.length !== form.length)
      throw new InputError(`${counted(column.length, 'value')} for ${counted(form.length, 'filing')}`, {
        field,
      });
  const sessions = new Set<string>();
  let unclear = 0;
  form.forEach((name, i) => {
    if (name !== currentReport || !items[i]!.split(',').includes(resultsItem)) return;
    const session = firstToTrade(acceptanceDateTime[i]!);
    if (session === null) unclear += 1;
    else sessions.add(session);
  });
  const complaints =
    unclear === 0 ? [] : [`reports of results whose time can be read in two ways, left out: ${unclear}`];
  return {
    results: { symbol: about.series, company: Number(cik), sessions: [...sessions].sort() },
    complaints,
  };
}

/** The first session after a report was accepted; null where that depends on whose clock it is. @throws InputError */
function firstToTrade(accepted: string): string | null {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):\d{2}(?:\.\d+)?Z$/.exec(accepted) ?? [];
  if (date === undefined || time === undefined || Number.isNaN(Date.parse(accepted)) || !isCovered(date))
    throw new InputError(`${quoted(accepted)} is no time`, { field: 'acceptanceDateTime' });
  const readings = [newYorkClock(accepted), { date, time }].filter(
    (clock) => clock.time >= accepting.from && clock.time <= accepting.until,
  );
  const sessions = new Set(
    readings.map((clock) =>
      isSession(clock.date) && clock.time < opening ? clock.date : nextSession(clock.date),
    ),
  );
  const [session] = sessions;
  return session === undefined || sessions.size > 1 ? null : session;
}
