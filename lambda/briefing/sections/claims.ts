import { inForce } from '../../analytics/verdict.ts';
import type { Claim } from '../../editions/claim.ts';
import type { Edition } from '../../editions/edition.ts';
import { ledgerSessions } from '../../figures/claims/ledger.ts';
import { pastClaim } from '../../figures/claims/past-claim.ts';
import { plainText } from '../../report/plain-text.ts';
import type { Cell, Prose, Section, Table } from '../../report/schema.ts';
import { lastSessions } from '../charts/axes.ts';
import type { Context } from '../context.ts';
import { claimFacts } from '../words/claim-facts.ts';
import { said, say, type Words } from '../words/sentence.ts';

/** A point is drawn every this many sessions, counted back from today's: a line as wide as a cell has no room for more. */
const step = 8;

/** The ledger: what is said of each claim today, by which number, and since when. */
export function claimsSection(context: Context): Section {
  const { words, edition } = context;
  const [supported, mixed, refused, unknown] = ['supported', 'mixed', 'notsupported', 'notcomputable'].map(
    (verdict) => words.value(`claims.${verdict}`),
  ) as [Piece, Piece, Piece, Piece];
  const count = String(edition.claims.rows.length);
  const lead = say`Of ${count} claims ${supported} are supported, ${mixed} mixed and ${refused} not supported; ${unknown} cannot be computed today.`;
  return {
    id: 'claims',
    title: 'Claims',
    status: 'fresh',
    ...(lead === null ? {} : { lead }),
    blocks: [rule(), table(context)],
  };
}

type Piece = ReturnType<Context['words']['value']>;

/** What a verdict is, and is not. */
const rule = (): Prose => ({
  kind: 'prose',
  id: 'claims.rule',
  form: 'paragraph',
  sentences: said([
    say`Each claim is held to its numbers by a rule that was written down before; a verdict says what they are today, and recommends nothing.`,
    say`“Since” is the first session of the verdict’s unbroken run, blank where it is a year or longer.`,
  ]),
});

function table(context: Context): Table {
  return {
    kind: 'table',
    id: 'claims.ledger',
    title: 'The ledger of claims',
    subtitle: 'Verdict, the number that it leads with and its last year',
    columns: [
      { label: 'Verdict', align: 'start' },
      { label: 'Leads with', align: 'end' },
      { label: 'One year', align: 'start' },
      { label: 'Since', align: 'end' },
    ],
    rows: context.edition.claims.rows.map((claim) => row(context, claim)),
    notes: [],
  };
}

function row(context: Context, row: Claim): Table['rows'][number] {
  const { words, edition, book } = context;
  const claim = inForce(row, (input) => book.find(input)?.value);
  const { number, title, lead } = claim;
  const id = `claim.${number}`;
  const shown = typeof lead === 'string' && words.known(lead) ? lead : `${id}.lead`;
  return {
    label: `${Number(number)}. ${title}`,
    hint: claimSentence(words, edition, claim),
    cells: [
      { figure: id },
      words.known(shown) ? { figure: shown } : { text: '–' },
      course(context, claim),
      words.known(`${id}.since`) ? { figure: `${id}.since` } : { text: '' },
    ],
  };
}

/** The facts that a verdict rests on, and what it replaced. */
function claimSentence(words: Words, edition: Edition, claim: Claim): string {
  const facts = claimFacts(words, edition, claim);
  const before = words.word(`claim.${claim.number}.before`);
  const was = before === null ? '' : ` ${before.charAt(0).toUpperCase()}${before.slice(1)} before.`;
  return `${facts === null ? '' : plainText(facts)}${was}`;
}

/** The last year of the number that leads, where there are two values to draw. */
function course({ view, book, series }: Context, { number, title }: Claim): Cell {
  const past = pastClaim(view, number).lead.last(view.index, ledgerSessions);
  if (past === null) return { text: '' };
  const drawn = every(past);
  if (drawn.filter((value) => !Number.isNaN(value)).length < 2) return { text: '' };
  const { asOf, inputs, unit } = book.get(`claim.${number}.lead`);
  const axis = series.axis('ledger', every(lastSessions(view.session, ledgerSessions)));
  const spark = series.add(`claim.${number}`, { axis, values: drawn, unit, asOf, inputs });
  return { spark, alt: `${title}: its leading number over a year` };
}

/** Every few of these, the last one among them. */
function every<T>(values: ArrayLike<T>): T[] {
  const some: T[] = [];
  for (let place = (values.length - 1) % step; place < values.length; place += step)
    some.push(values[place]!);
  return some;
}
