import type { Edition } from '../editions/edition.ts';
import type { FigureBook } from '../figures/book.ts';
import type { StripItem } from '../report/schema.ts';
import type { Status } from '../series/snapshot.ts';
import type { Header } from './header.ts';
import { leftOutOf, notUsable } from './left-out.ts';
import { pricesItem } from './strip-prices.ts';
import { formatQuarter } from './words/date.ts';

/** The strip of the masthead: how far each kind of data can be trusted today. */
export function statusBar(edition: Edition, header: Header, book: FigureBook): StripItem[] {
  return [
    pricesItem(edition, header, book),
    macro(edition, header, book),
    volatility(edition, book),
    ...(edition.filers.length === 0 ? [] : [filings(edition, header, book)]),
  ];
}

function macro(edition: Edition, { flags }: Header, book: FigureBook): StripItem {
  const label = 'macro';
  const nameOf = (series: string) => edition.macro.find((spec) => spec.series === series)?.name ?? series;
  const statuses = readings.filter((id) => book.has(id)).map((id) => statusOf(book, id));
  const there = statuses.filter((status) => status !== 'missing').length;
  const unusable = notUsable(leftOutOf(flags, 'macro').map(nameOf));
  const apart = flags
    .filter(({ code }) => code === 'series-disagree')
    .map(({ subject }) => nameOf(subject.slice(6)));
  const remarks = [
    ...(apart.length === 0 ? [] : [`${apart.join(', ')} and what it is made of do not agree`]),
    ...(unusable === null ? [] : [unusable]),
  ];
  const item = (status: Status, text: string): StripItem => ({
    label,
    status: status === 'fresh' && apart.length > 0 ? 'stale' : status,
    text: [text, ...remarks].join('; '),
  });
  if (there === 0) return item('missing', 'not available');
  const missing = statuses.length - there;
  const late = statuses.filter((status) => status === 'stale').length;
  if (missing === 0 && late === 0) return item('fresh', 'current');
  const of = `of ${statuses.length}`;
  if (late === 0) return item('stale', `${missing} ${of} missing`);
  return item('stale', `${late} ${of} old${missing === 0 ? '' : `, ${missing} missing`}`);
}

/** The contract's macro figures that the strip counts. */
const readings = [
  'macro.cpi.yoy',
  'macro.corecpi.yoy',
  'macro.pce.yoy',
  'macro.corepce.yoy',
  'macro.unrate',
  'macro.sahm',
  'macro.payrolls.3m',
  'macro.claims.4w',
  'macro.gdp.saar',
  'macro.regional.z',
  'macro.fedfunds.upper',
  'macro.policygap',
  'macro.curve.2s10s',
  'macro.real10y',
  'macro.hyoas',
  'macro.baa10y',
  'macro.nfci',
] as const;

function volatility(edition: Edition, book: FigureBook): StripItem {
  const status = statusOf(book, `expected.${edition.underlying}.1d`);
  const { name } = edition.volatility;
  const text = { fresh: name, stale: `${name}, stale`, proxy: 'realised, proxy', missing: 'missing' }[status];
  return { label: 'volatility', status, text };
}

/** The companies' filings: the newest quarter that most of them have filed, and how many have. */
function filings({ basket, filers }: Edition, { flags }: Header, book: FigureBook): StripItem {
  const label = 'filings';
  const id = `capex.${basket.id}`;
  const status = statusOf(book, `${id}.q`);
  const quarter = book.has(`${id}.quarter`) ? book.word(`${id}.quarter`) : null;
  if (status === 'missing' || quarter === null) {
    const asked = flags.some(({ subject }) => subject.startsWith('filings:'));
    return { label, status: 'missing', text: asked || book.has(`${id}.q`) ? 'missing' : 'none in this run' };
  }
  const count = book.number(`${id}.n`) ?? 0;
  return { label, status, text: `${formatQuarter(quarter)}, ${count} of ${filers.length}` };
}

function statusOf(book: FigureBook, id: string): Status {
  return book.has(id) ? book.get(id).status : 'missing';
}
