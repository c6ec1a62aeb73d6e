import { idsOf, passes, type Read } from '../../analytics/verdict.ts';
import type { Claim, ClaimVerdict, Operand, Rule, Test } from '../../editions/claim.ts';
import type { Edition } from '../../editions/edition.ts';
import type { Sentence } from '../../report/schema.ts';
import { inputName, symbolName, windowName } from './claim-names.ts';
import { formatFigure } from './format.ts';
import { join, list, type Piece, say, type Words } from './sentence.ts';
import { placed, placedAlone } from './verbs.ts';

/**
 * What a claim's verdict rests on, in a sentence: the figures that its rule reads, in the order of the rule, each with its
 * limit; of a count how many tests are met and, when it is mixed, which are not.
 */
export function claimFacts(words: Words, edition: Edition, claim: Claim): Sentence | null {
  const { rule, number } = claim;
  const facts = new Facts(words, edition, claim);
  switch (rule.form) {
    case 'none':
      return say`${upper(rule.because)}.`;
    case 'scale':
      return facts.ofScale(rule);
    case 'count':
      return facts.ofCount(rule, words.word(`claim.${number}`));
    case 'named':
      return facts.ofCases(rule);
  }
}

type Count = Extract<Rule, { form: 'count' }>;
type Scale = Extract<Rule, { form: 'scale' }>;
type Named = Extract<Rule, { form: 'named' }>;

const asked = { '>': 'above', '>=': 'at least', '<': 'below', '<=': 'at most' } as const;

class Facts {
  readonly #words: Words;
  readonly #edition: Edition;
  readonly #claim: Claim;
  readonly #read: Read;

  constructor(words: Words, edition: Edition, claim: Claim) {
    this.#words = words;
    this.#edition = edition;
    this.#claim = claim;
    this.#read = (id) => words.book.find(id)?.value;
  }

  ofScale({ on, supported, notSupported }: Scale): Sentence | null {
    const [up, down] = supported > notSupported ? ['at least', 'at most'] : ['at most', 'at least'];
    const limit = (value: number) => this.#printed(on, value);
    if (this.#value(on) === unknown) return say`${upperPiece(this.#fact(on))}.`;
    return say`${upperPiece(this.#fact(on))}; ${up!} ${limit(supported)} supports, ${down!} ${limit(notSupported)} does not.`;
  }

  ofCount({ tests }: Count, verdict: string | null): Sentence | null {
    const passed = tests.map((test) => passes(test, this.#read));
    const open = passed.filter((one) => one === null).length;
    const yes = passed.filter((one) => one === true).length;
    const met = `${yes} of ${tests.length}${open === 0 ? '' : ` met, ${open} not known`}`;
    const facts = join(this.#grouped(tests), '; ');
    const failing = tests.filter((_, place) => passed[place] === false).map((test) => this.#name(test.on));
    const not = verdict === 'mixed' ? (say`; not met: ${list([...new Set(failing)])}` ?? '') : '';
    return say`${met}: ${facts}${not}.`;
  }

  ofCases({ cases }: Named): Sentence | null {
    const all = cases.flatMap(({ verdict, tests }) => tests.map((test) => ({ verdict, test })));
    const operands = [...new Map(all.map(({ test }) => [key(test.on), test.on])).values()];
    const facts = operands.map((on) => {
      const limits = all
        .filter(({ test }) => key(test.on) === key(on) && test.is !== 'word' && test.is !== 'not word')
        .map(({ verdict, test }) => this.#decides(verdict, test));
      return limits.length === 0 || this.#value(on) === unknown
        ? this.#fact(on)
        : say`${this.#fact(on)} (${join(limits, ', ')})`;
    });
    return say`${upperPiece(join(facts, '; '))}.`;
  }

  #decides(verdict: ClaimVerdict, { is, limit, on }: Test): Sentence | null {
    const does = { supported: 'supports', 'not supported': 'does not' }[verdict as string] ?? verdict;
    const than = typeof limit === 'number' ? this.#printed(on, limit) : this.#other(limit, ' at ');
    return say`${asked[is as keyof typeof asked]} ${than} ${does}`;
  }

  /** Facts of tests; leads of one pair run on, and a limit of zero that all have is said once. */
  #grouped(tests: readonly Test[]): (Sentence | null)[] {
    const facts: (Sentence | null)[] = [];
    let pair = '';
    for (const test of tests) {
      const own = this.#pairOf(test);
      const before = facts.at(-1) ?? null;
      if (own !== null && own === pair && before !== null) {
        facts[facts.length - 1] = say`${before}, ${this.#placed(test, false)}`;
        continue;
      }
      facts.push(own === null ? this.#tested(test) : this.#placed(test, true));
      pair = own ?? '';
    }
    return facts;
  }

  /** The pair whose lead a test asks for; null of any other test. */
  #pairOf({ on, limit }: Test): string | null {
    if (typeof on !== 'string' || limit !== 0 || !on.startsWith('excess.')) return null;
    return this.#words.known(on) ? on.split('.')[1]! : null;
  }

  /** "IWM is 1.20 points behind the mega-caps over 63 sessions", and of the same pair "0.14 behind over 21 sessions". */
  #placed({ on, is }: Test, first: boolean): Sentence | null {
    const id = on as string;
    const [, pair = '', window = ''] = id.split('.');
    const [own = '', other = ''] = pair.split(':').map((symbol) => symbolName(this.#edition, symbol));
    const excess = this.#words.number(id)!;
    const over = windowName(window);
    const against = is === '<' || is === '<=' ? ' (asked behind)' : '';
    if (!first) return say`${this.#words.bare(id)} ${placedAlone(excess)} over ${over}${against}`;
    const verb = own.startsWith('the ') ? 'are' : 'is';
    return say`${own} ${verb} ${this.#words.amount(id)} ${placed(excess)} ${other} over ${over}${against}`;
  }

  #tested(test: Test): Sentence | null {
    const { on, is, limit } = test;
    if (is === 'word' || is === 'not word') return this.#fact(on);
    const value = this.#value(on);
    if (value === unknown) return this.#fact(on);
    const than =
      typeof limit === 'string'
        ? say`${asked[is]} ${this.#value(limit)}, ${inputName(this.#edition, limit)}`
        : typeof on !== 'string' && on.of === 'distance'
          ? `within ${limit} of ${on.from}`
          : `${asked[is]} ${this.#printed(on, limit)}`;
    return say`${this.#fact(on)} (asked ${than}${this.#narrowly(test)})`;
  }

  /** Says which way it went where value and limit are the same in print. */
  #narrowly(test: Test): string {
    const { on, limit } = test;
    if (typeof on !== 'string') return '';
    const than = typeof limit === 'number' ? limit : this.#words.number(limit);
    const value = this.#words.number(on);
    if (than === null || value === null || value === than) return '';
    const digits = (of: number) => this.#printed(on, of).replace(/[^\d.\u2212]|\u2212?0\.?0*$/g, '');
    if (digits(value) !== digits(than)) return '';
    return passes(test, this.#read) === true ? ': just met' : ': just missed';
  }

  #other(id: string, at: string): Sentence | null {
    return say`${inputName(this.#edition, id)}${at}${this.#value(id)}`;
  }

  #fact(on: Operand): Sentence | null {
    const isWord = typeof on === 'string' && typeof this.#read(on) === 'string';
    return say`${this.#name(on)}${isWord ? ':' : ''} ${this.#value(on)}`;
  }

  #name(on: Operand): string {
    if (typeof on === 'string')
      return on.startsWith('excess.') ? excessName(this.#edition, on) : inputName(this.#edition, on);
    const first = inputName(this.#edition, on.first);
    if (on.of === 'distance') return first;
    const second = inputName(this.#edition, on.second);
    return `${first} ${on.of === 'ratio' ? 'over' : 'less'} ${second}`;
  }

  /** The value in print; of two figures together that of the claim's leading number. */
  #value(on: Operand): Piece {
    if (typeof on === 'string') return this.#words.value(on) ?? unknown;
    if (on.of === 'distance') return this.#words.value(on.first) ?? unknown;
    const [first, second] = idsOf(on);
    if (!this.#words.known(first!) || !this.#words.known(second!)) return unknown;
    return this.#isLead(on)
      ? this.#words.value(this.#leadId())
      : say`${this.#words.value(first!)} ${on.of === 'ratio' ? 'over' : 'less'} ${this.#words.value(second!)}`;
  }

  #leadId(): string {
    return `claim.${this.#claim.number}.lead`;
  }

  /** Whether two figures together are what the claim leads with, which is a figure itself. */
  #isLead(on: Operand): boolean {
    const { lead } = this.#claim;
    return lead !== null && key(lead) === key(on) && this.#words.known(this.#leadId());
  }

  /** A limit as the figure itself is printed. */
  #printed(on: Operand, limit: number): string {
    const id = typeof on === 'string' ? on : this.#isLead(on) ? this.#leadId() : '';
    const unit = this.#words.book.find(id)?.unit;
    if (unit === undefined || (unit === 'count' && !Number.isInteger(limit))) return String(limit);
    const shown = {
      value: limit,
      unit,
      asOf: '',
      status: 'fresh',
      method: '',
      inputs: [],
      source: '',
    } as const;
    return limit === 0 ? '0' : formatFigure(id, { ...shown, inputs: [] }, 'negative', 'spelled');
  }
}

const unknown = 'not known';

/** "IWM against SPY over 63 sessions". */
function excessName(edition: Edition, id: string): string {
  const [, pair = '', window = ''] = id.split('.');
  const [own, other] = pair.split(':').map((symbol) => symbolName(edition, symbol));
  return `${own} against ${other} over ${windowName(window)}`;
}

const key = (on: Operand): string => (typeof on === 'string' ? on : JSON.stringify(on));

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function upperPiece(piece: Sentence | null): Sentence | null {
  const [first, ...rest] = piece?.parts ?? [];
  return piece === null || typeof first !== 'string' ? piece : { ...piece, parts: [upper(first), ...rest] };
}
