import { InputError } from '../errors.ts';
import { withoutCopies } from '../quality/copies.ts';
import { guardParser, ParserBug, type ReportBug } from './parser-bug.ts';
import { type Parsed, type ParsedMarket, parsePayload } from './parsers.ts';
import { copiesAsIrregularity, type Irregularity, irregularitiesOf } from './parsing/irregularities.ts';
import type { HashedPayload } from './source.ts';

export interface ParsedPayload {
  readonly parsed: Parsed;
  readonly irregularities: readonly Irregularity[];
}

/**
 * What payloads say, each parsed once however many sessions are made from it. The same bytes under another key,
 * source or time may mean something else and are parsed again.
 */
export class ParseCache {
  readonly #known = new Map<string, ParsedPayload | InputError>();
  readonly #reportBug: ReportBug;

  /** @param reportBug called once for each payload on which a parser threw an unexpected exception */
  constructor(reportBug: ReportBug = () => undefined) {
    this.#reportBug = reportBug;
  }

  /** What a payload says, or why it cannot be used. */
  attempt(payload: HashedPayload): ParsedPayload | InputError {
    const { key, source, raw, fetchedAt, writtenAt, fault } = payload;
    const name = [key, source, raw, fetchedAt, writtenAt ?? '', fault ?? ''].join(' ');
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const read = parseOne(payload);
    if (read instanceof ParserBug) this.#reportBug(read);
    this.#known.set(name, read);
    return read;
  }

  /** @throws InputError when the payload cannot be used */
  read(payload: HashedPayload): ParsedPayload {
    const read = this.attempt(payload);
    if (read instanceof InputError) throw read;
    return read;
  }
}

function parseOne(payload: HashedPayload): ParsedPayload | InputError {
  const read = (): ParsedPayload => {
    const parsed = parsePayload(payload);
    return parsed.kind === 'bars' ? soundBars(parsed) : { parsed, irregularities: [] };
  };
  try {
    return guardParser(payload.source, read, payload.origin);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** A history less the bars that are none, and what looks wrong in it. */
function soundBars(parsed: ParsedMarket): ParsedPayload {
  const { bars, copies } = withoutCopies(parsed.bars);
  const irregularities = [
    ...(parsed.irregularities ?? []),
    ...copiesAsIrregularity(copies),
    // In the history as it came: a bar left out here is not missing there too.
    ...irregularitiesOf(parsed.bars),
  ];
  return { parsed: copies.length === 0 ? parsed : { ...parsed, bars }, irregularities };
}
