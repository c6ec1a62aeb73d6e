import type { SectionBuilder } from '../context.ts';
import { calendarSection } from './calendar.ts';
import { callsSection } from './calls.ts';
import { claimsSection } from './claims.ts';
import { fundSection } from './fund.ts';
import { historySection } from './history.ts';
import { levelsSection } from './levels.ts';
import { macroSection } from './macro.ts';
import { methodsSection } from './methods.ts';
import { rotationSection } from './rotation.ts';

/**
 * The sections after the front page, in the order in which a reader meets them. How far the score can be trusted is said with the
 * score, what is scheduled before what the next session can cost.
 */
export const sections: readonly SectionBuilder[] = [
  rotationSection,
  historySection,
  callsSection,
  fundSection,
  calendarSection,
  levelsSection,
  claimsSection,
  macroSection,
  methodsSection,
];
