import { type Parsed, parsePayload } from './parsers.ts';
import { type Irregularity, irregularitiesOf } from './parsing/irregularities.ts';
import type { Payload } from './source.ts';

/** A payload and the SHA-256 of its bytes, which names it in the archive. */
export interface NamedPayload extends Payload {
  readonly raw: string;
}

export interface Understood {
  readonly parsed: Parsed;
  readonly irregularities: readonly Irregularity[];
}

/**
 * What payloads say, each parsed once however many sessions are made from it. The same bytes under another key,
 * source or fetch time may mean something else and are parsed again.
 */
export class ParseCache {
  readonly #known = new Map<string, Understood>();

  /** @throws InputError when the payload cannot be used */
  read(payload: NamedPayload): Understood {
    const name = [payload.key, payload.source, payload.raw, payload.fetchedAt].join(' ');
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const parsed = parsePayload(payload);
    const irregularities =
      parsed.kind === 'bars' ? [...(parsed.irregularities ?? []), ...irregularitiesOf(parsed.bars)] : [];
    const understood = { parsed, irregularities };
    this.#known.set(name, understood);
    return understood;
  }
}
