import { addDays } from '../../../calendar/civil.ts';
import type { Validation } from '../../chain.ts';
import { type BundlePart, bundleParts, bytesOf, isBundle, packBundle } from '../../parsing/bundle.ts';
import type { ParseContext, ParsedObservations } from '../../parsing/parsed.ts';
import type { Fetched } from '../../route.ts';
import type { Payload } from '../../source.ts';

/** Days by which a history may begin later than the archive's and still be the same history. */
const shortenedBy = 40;

const newestOf = ({ observations: { dates, values } }: ParsedObservations): string =>
  dates.findLast((_, row) => Number.isFinite(values[row])) ?? '';

/**
 * An answer is used unless it is older or shorter than what the archive holds. Of answers that lack
 * something, the one with the newer value is the better one, then the longer.
 */
export function validateObservations(
  archived: ParsedObservations | null,
  growing: boolean,
): Validation<ParsedObservations> {
  return {
    problem(parsed) {
      if (archived === null) return null;
      const [newest, before] = [newestOf(parsed), newestOf(archived)];
      if (newest < before) return `newest value of ${newest}, the archive has ${before}`;
      const [first, begins] = [parsed.observations.dates[0] ?? '', archived.observations.dates[0] ?? ''];
      return !growing && first > addDays(begins, shortenedBy)
        ? `begins ${first}, the archive has it from ${begins}`
        : null;
    },
    compare: (a, b) =>
      newestOf(a) < newestOf(b)
        ? 1
        : newestOf(a) > newestOf(b)
          ? -1
          : b.observations.dates.length - a.observations.dates.length,
  };
}

/**
 * Today's answer with the fewest older ones that hold the past it has lost: of those that reach up to the first date so
 * far, always the one that begins earliest. Today's alone when none begins earlier.
 *
 * @param parse reads one part, to see where it begins and ends
 */
export function grown(
  fetched: Fetched,
  archived: Payload,
  series: string,
  parse: (bytes: Uint8Array, about: ParseContext) => ParsedObservations,
): Fetched {
  const spanOf = (part: BundlePart) => {
    const { dates } = parse(bytesOf(part), { series, fetchedAt: part.fetchedAt }).observations;
    return { part, first: dates[0] ?? '', last: dates.at(-1) ?? '' };
  };
  const { origin, fetchedAt, bytes } = fetched;
  const today: BundlePart = { label: 'newest', origin, fetchedAt, text: new TextDecoder().decode(bytes) };
  const alone: BundlePart = {
    label: 'older',
    origin: archived.origin,
    fetchedAt: archived.fetchedAt,
    text: new TextDecoder().decode(archived.bytes),
  };
  const older = (isBundle(archived.bytes) ? bundleParts(archived.bytes) : [alone]).map(spanOf);
  const parts = [today];
  for (let { first } = spanOf(today); ; ) {
    const reach = older.filter((one) => one.first < first && one.last >= first);
    const [next] = reach.toSorted((a, b) => (a.first < b.first ? -1 : 1));
    if (next === undefined) break;
    parts.push({ ...next.part, label: 'older' });
    first = next.first;
  }
  return parts.length === 1 ? fetched : { ...fetched, bytes: packBundle(parts) };
}
