import { calendarMethods } from './calendar-methods.ts';
import { companionMethods } from './companion-methods.ts';
import { contractMethods } from './contract-methods.ts';
import { disclosureMethods } from './disclosure-methods.ts';
import { furtherMethods } from './further-methods.ts';

/** What a method is: one sentence with its unit, and the page that derives it. */
export interface Method {
  readonly definition: string;
  readonly page: string;
}

/** Every method that a figure may name. */
export const methods = {
  ...contractMethods,
  ...companionMethods,
  ...furtherMethods,
  ...disclosureMethods,
  ...calendarMethods,
} as const satisfies Record<string, Method>;

export type MethodName = keyof typeof methods;
