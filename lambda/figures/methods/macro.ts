import { methodOn } from './method.ts';

const macro = methodOn('macro');

/** Methods of the macro figures and the scorecard. */
export const macroMethods = {
  'macro level': macro('Newest value known on the session, percentages as fractions.'),
  'macro change': macro(
    'Newest value known over that of the same period a year before, less one, as a fraction.',
  ),
  'macro annualised': macro(
    'Growth over a shorter or longer span than a year, at a yearly rate, as a fraction.',
  ),
  'macro mean': macro('Mean of the newest values or changes known, in the publisher’s unit.'),
  'sahm reading': macro(
    'Three-month mean of unemployment less its lowest of the twelve months before, in percentage points.',
  ),
  'curve slope': macro('Ten-year less two-year Treasury yield, as a fraction.'),
  'policy gap': macro('Two-year Treasury yield less the middle of the fed funds target, as a fraction.'),
  'priced rate': macro(
    'Federal funds rate after the next scheduled decision that the futures on it price, as a fraction.',
  ),
  'priced change': macro('That less the effective rate known on the session, as a fraction.'),
  'regional composite': macro(
    'Mean z-score over 120 months of the regional Fed surveys of manufacturing: not ISM.',
  ),
  'reading before': macro(
    'The reading one period earlier, one month for daily series, as known on the session.',
  ),
  direction: macro(
    'Rising or falling when the change from the reading before exceeds a quarter of the typical change.',
  ),
  'ten-year percentile': macro(
    'Share of the readings of the last ten years at or below this one, as a fraction.',
  ),
  'three-year percentile': macro(
    'Share of the readings of the last three years at or below this one, as a fraction.',
  ),
  'reading period': macro('The period that the reading is about.'),
  'known since': macro(
    'First day on which the reading was known: of its first vintage, of its publication, or of the fetch that held it.',
  ),
  'usual date': macro(
    'Day by which a reading of that period usually is out, computed; it may have come earlier.',
  ),
  'volatility index': macro('Close of the volatility index on the session, in index points.'),
  'meeting schedule': macro('Last day of the next scheduled meeting by the published schedule, a date.'),
  'soft-landing table': macro('Whether a condition of the soft-landing table is met, or how many are.'),
} as const;
