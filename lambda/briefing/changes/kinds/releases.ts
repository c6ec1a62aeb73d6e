/** A figure of a release, and its name in a sentence. */
interface ReleasedReading {
  readonly id: string;
  /** Before the number, where the release has several: `core `. */
  readonly called: string;
  /** What the number is, after it: ` on the year`. */
  readonly measure: string;
}

/** What a publisher gives out together. */
export interface ReleasedTogether {
  readonly name: string;
  readonly readings: readonly ReleasedReading[];
}

const reading = (id: string, measure = '', called = ''): ReleasedReading => ({
  id: `macro.${id}`,
  called,
  measure,
});
const release = (name: string, ...readings: readonly ReleasedReading[]): ReleasedTogether => ({
  name,
  readings,
});

const onTheYear = ' on the year';

/**
 * Monthly and quarterly readings of the scorecard, whose publication is news, in its order. Weekly and daily ones come too
 * often to be; what is computed of several is not given out.
 */
export const newsworthyReleases: readonly ReleasedTogether[] = [
  release('consumer prices', reading('cpi.yoy', onTheYear), reading('corecpi.yoy', '', 'core ')),
  release('PCE prices', reading('pce.yoy', onTheYear), reading('corepce.yoy', '', 'core ')),
  release(
    'jobs',
    reading('unrate', '', 'unemployment '),
    reading('payrolls.3m', ' a month over three months', 'payrolls '),
  ),
  release('job openings', reading('openings')),
  release('GDP', reading('gdp.saar', ' at an annual rate')),
  release('industrial production', reading('indpro.yoy', onTheYear)),
  release('retail sales', reading('retail.yoy', onTheYear)),
  release(
    'durable goods orders',
    reading('orders.yoy', onTheYear),
    reading('capex.yoy', '', 'core capital goods '),
  ),
  release('housing starts', reading('housing')),
  release('Empire State survey', reading('empire')),
  release('Philadelphia survey', reading('philadelphia')),
  release('Dallas survey', reading('dallas')),
  release('consumer sentiment', reading('sentiment')),
];

/** Whether a reading is of a quarter, and not of a month. */
export const isQuarterly = (id: string): boolean => id === 'macro.gdp.saar';
