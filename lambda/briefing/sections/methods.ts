import type { Section } from '../../report/schema.ts';
import type { Context } from '../context.ts';
import { flagged, unused } from './methods/flags.ts';
import { formulas } from './methods/formulas.ts';
import { gapsProse } from './methods/gaps.ts';
import { notice } from './methods/notice.ts';
import { sourcesTable } from './methods/sources.ts';
import { terms } from './methods/terms.ts';

/** Where every number comes from, which proxies are used, what is missing, and on what terms to read it. */
export function methodsSection(context: Context): Section {
  return {
    id: 'methods',
    title: 'Methods and sources',
    status: 'fresh',
    state: '',
    blocks: [
      gapsProse(context),
      ...flagged(context),
      ...unused(context),
      formulas(context),
      terms(context),
      notice(context),
      sourcesTable(context),
    ],
  };
}
