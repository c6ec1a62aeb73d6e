import type { Header } from '../../header.ts';

/** Whether a calendar that is asked for is there. */
export const hasCalendar = ({ provenance }: Pick<Header, 'provenance'>, key: string): boolean =>
  provenance.some((one) => one.key === key && one.status !== 'missing');

/** Whether jobs and consumer prices up to the next event are known, by the calendars that it names as its inputs. */
export const knowsReleases = (inputs: readonly string[]): boolean =>
  ['events:releases', 'events:bls', 'events:schedule'].some((key) => inputs.includes(key));
