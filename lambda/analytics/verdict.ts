import type { Claim, ClaimVerdict, Operand, Rule, Test } from '../editions/claim.ts';

/** The value of a figure on a session; null, undefined or NaN where it is unknown. */
export type Read = (id: string) => number | string | null | undefined;

/** Comparisons are made on the difference rounded to a multiple of this: 4.3 less 4.0 is 0.3. */
const nine = 1e9;
const rounded = (value: number): number => Math.round(value * nine);

/** The value of an operand as a number; NaN where one of its figures is unknown. */
export function operandValue(operand: Operand, read: Read): number {
  if (typeof operand === 'string') return numberOf(operand, read);
  const first = numberOf(operand.first, read);
  if (operand.of === 'distance') return Math.abs(first - operand.from);
  const second = numberOf(operand.second, read);
  const value = operand.of === 'ratio' ? first / second : first - second;
  return Number.isFinite(value) ? value : Number.NaN;
}

function numberOf(id: string, read: Read): number {
  const value = read(id);
  return typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN;
}

/** A claim with what it is held to on a session: `instead` of its own lead and rule once the count is reached. */
export function inForce(claim: Claim, read: Read): Claim {
  const { instead, proxy: _, ...own } = claim;
  if (instead === undefined || !(numberOf(instead.from.count, read) >= instead.from.atLeast)) return claim;
  return { ...own, lead: instead.lead, rule: instead.rule };
}

/** Whether a test is passed; null while it is unknown. */
export function passes(test: Test, read: Read): boolean | null {
  if (test.is === 'word' || test.is === 'not word') {
    const word = read(test.on);
    return typeof word === 'string' ? (word === test.limit) === (test.is === 'word') : null;
  }
  const limit = typeof test.limit === 'string' ? numberOf(test.limit, read) : test.limit;
  const difference = rounded(operandValue(test.on, read) - limit);
  if (Number.isNaN(difference)) return null;
  if (test.is === '>') return difference > 0;
  if (test.is === '>=') return difference >= 0;
  return test.is === '<' ? difference < 0 : difference <= 0;
}

/**
 * What is said of a claim by its rule, from the figures of one session. Source: docs/methods/claims.md.
 *
 * A count is decided as soon as the unknown tests cannot change it. A scale supports at or beyond one limit and does not at or
 * beyond the other. Of named cases the first that holds is taken, and none while a figure that they read is unknown.
 */
export function verdictOf(rule: Rule, read: Read): ClaimVerdict {
  if (rule.form === 'none') return 'not computable';
  if (rule.form === 'scale') {
    const x = operandValue(rule.on, read);
    if (Number.isNaN(x)) return 'not computable';
    const sign = rule.supported > rule.notSupported ? 1 : -1;
    if (sign * rounded(x - rule.supported) >= 0) return 'supported';
    return sign * rounded(x - rule.notSupported) <= 0 ? 'not supported' : 'mixed';
  }
  if (rule.form === 'count') return counted(rule, read);
  for (const id of rule.needs ?? []) if (isUnknown(read(id))) return 'not computable';
  let found: ClaimVerdict | null = null;
  for (const { verdict, tests } of rule.cases) {
    let all = true;
    for (const test of tests) {
      const passed = passes(test, read);
      if (passed === null) return 'not computable';
      if (!passed) all = false;
    }
    if (all) found ??= verdict;
  }
  return found ?? 'mixed';
}

const isUnknown = (value: ReturnType<Read>): boolean =>
  value === null || value === undefined || Number.isNaN(value);

function counted(
  { tests, supported, notSupported }: Extract<Rule, { form: 'count' }>,
  read: Read,
): ClaimVerdict {
  let yes = 0;
  let unknown = 0;
  for (const test of tests) {
    const passed = passes(test, read);
    if (passed === null) unknown++;
    else if (passed) yes++;
  }
  if (yes >= supported) return 'supported';
  if (yes + unknown <= notSupported) return 'not supported';
  return yes > notSupported && yes + unknown < supported ? 'mixed' : 'not computable';
}

export const idsOf = (operand: Operand): readonly string[] =>
  typeof operand === 'string'
    ? [operand]
    : operand.of === 'distance'
      ? [operand.first]
      : [operand.first, operand.second];

/** Every figure that a rule reads, in its order, each once. */
export function inputsOf(rule: Rule): readonly string[] {
  if (rule.form === 'none') return [];
  if (rule.form === 'scale') return idsOf(rule.on);
  const tests = rule.form === 'count' ? rule.tests : rule.cases.flatMap((one) => one.tests);
  const read = tests.flatMap(({ on, limit, is }) => [
    ...idsOf(on),
    ...(typeof limit === 'string' && is !== 'word' && is !== 'not word' ? [limit] : []),
  ]);
  return [...new Set([...(rule.form === 'named' ? (rule.needs ?? []) : []), ...read])];
}
