import { formatFigure } from '../../briefing/words/format.ts';
import type { Report, Table } from '../../report/schema.ts';
import { runsOf, type TextRun } from './mail-runs.ts';

/** What the next session may bring, as sentences. */
export interface NextSession {
  readonly title: string;
  readonly sentences: readonly (readonly TextRun[])[];
}

/**
 * The expected range as the front page says it, the nearest moving average with the price of the fund that it implies, and
 * the next event. Null where the report has no table of the next session.
 */
export function nextSessionWords(report: Report): NextSession | null {
  const table = report.front.blocks.find((block) => block.id === 'tomorrow');
  if (table?.kind !== 'table') return null;
  const sentences = [...table.notes.map(runsOf), nearestAverage(report), nextEvent(report)];
  return { title: table.title, sentences: sentences.filter((sentence) => sentence.length > 0) };
}

const words = (text: string): TextRun => ({ text, strong: false });

/** The printed value of a figure, set bold; null where it has none. */
function printedFigure({ figures }: Report, id: string | undefined): TextRun | null {
  const figure = id === undefined ? undefined : figures[id];
  return id === undefined || figure === undefined || figure.value === null
    ? null
    : { text: formatFigure(id, figure), strong: true };
}

/** `The nearest of its averages is the 50-session average, 246.05, −0.05 % from the close: TNA 45.48 there.` */
function nearestAverage(report: Report): TextRun[] {
  const { fund, underlying } = report.edition;
  const ladder = report.sections
    .flatMap(({ blocks }) => blocks)
    .find((block): block is Table => block.kind === 'table' && block.id === 'levels.ladder');
  const rows = (ladder?.rows ?? []).flatMap(({ label, cells }) => {
    const [level, distance, price] = cells.map((cell) => ('figure' in cell ? cell.figure : undefined));
    const away = distance === undefined ? null : report.figures[distance]?.value;
    if (level?.startsWith('sma.') !== true || typeof away !== 'number') return [];
    const printed = [level, distance, price].map((id) => printedFigure(report, id));
    return printed.every((run) => run !== null) ? [{ label, away: Math.abs(away), printed }] : [];
  });
  const nearest = rows.toSorted((a, b) => a.away - b.away)[0];
  const [level, distance, price] = nearest?.printed ?? [];
  if (nearest === undefined || level == null || distance == null || price == null) return [];
  return [
    words(`The nearest average of ${underlying}, the ${nearest.label}, is `),
    level,
    words(', '),
    distance,
    words(` from the close: ${fund} would be near `),
    price,
    words(' there.'),
  ];
}

function nextEvent(report: Report): TextRun[] {
  const [name, date] = ['event.next.name', 'event.next.date'].map((id) => printedFigure(report, id));
  return name == null || date == null
    ? []
    : [words('Next known event: '), name, words(', '), date, words('.')];
}
