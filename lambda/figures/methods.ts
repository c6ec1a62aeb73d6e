import { callMethods } from './calls/methods.ts';
import { claimsMethods } from './claims/methods.ts';
import { depthMethods } from './depth/methods.ts';
import { disclosuresMethods } from './disclosures/methods.ts';
import { eventsMethods } from './events/methods.ts';
import { fundMethods } from './fund/methods.ts';
import { levelsMethods } from './levels/methods.ts';
import { macroMethods } from './macro/methods.ts';
import type { Method } from './method.ts';
import { pricesMethods } from './prices/methods.ts';
import { rotationMethods } from './rotation/methods.ts';
import { studyMethods } from './study/methods.ts';

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
