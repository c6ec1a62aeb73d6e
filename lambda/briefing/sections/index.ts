import { calendar } from './calendar.ts';
import type { SectionBuilder } from './context.ts';
import { fund } from './fund.ts';
import { levels } from './levels.ts';
import { macro } from './macro.ts';
import { methods } from './methods.ts';
import { rotation } from './rotation.ts';

/** The sections after the front page, in the order in which a reader meets them. */
export const sections: readonly SectionBuilder[] = [rotation, fund, levels, macro, calendar, methods];
