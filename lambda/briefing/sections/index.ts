import { calendarSection } from './calendar.ts';
import { claimsSection } from './claims.ts';
import type { SectionBuilder } from './context.ts';
import { fundSection } from './fund.ts';
import { levelsSection } from './levels.ts';
import { macroSection } from './macro.ts';
import { methodsSection } from './methods.ts';
import { rotationSection } from './rotation.ts';

/** The sections after the front page, in the order in which a reader meets them. */
export const sections: readonly SectionBuilder[] = [
  rotationSection,
  fundSection,
  levelsSection,
  calendarSection,
  macroSection,
  claimsSection,
  methodsSection,
];
