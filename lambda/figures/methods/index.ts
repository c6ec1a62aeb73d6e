import { callMethods } from './calls.ts';
import { claimsMethods } from './claims.ts';
import { depthMethods } from './depth.ts';
import { disclosuresMethods } from './disclosures.ts';
import { eventsMethods } from './events.ts';
import { fundMethods } from './fund.ts';
import { levelsMethods } from './levels.ts';
import { macroMethods } from './macro.ts';
import type { Method } from './method.ts';
import { pricesMethods } from './prices.ts';
import { rotationMethods } from './rotation.ts';
import { studyMethods } from './study.ts';

/** Every method that a figure may name. */
export const methods = {
  ...pricesMethods,
  ...rotationMethods,
  ...fundMethods,
  ...levelsMethods,
  ...macroMethods,
  ...eventsMethods,
  ...disclosuresMethods,
  ...depthMethods,
  ...claimsMethods,
  ...studyMethods,
  ...callMethods,
} as const satisfies Record<string, Method>;

export type MethodName = keyof typeof methods;
