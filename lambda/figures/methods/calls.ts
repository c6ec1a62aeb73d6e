import { methodOn } from './method.ts';

const calls = methodOn('calls');

export const callMethods = {
  'call chain': calls(
    'Whether the record of calls in the archive is as it was written: intact, none yet, or broken at a revision.',
  ),
  'calls on record': calls('Sessions before this one with a call that was published in time, a count.'),
  'last call': calls('The newest of them, and the hash of its record, which every later record rests on.'),
  'graded calls': calls(
    'Calls of a side whose horizon is over; those of them at least the horizon apart; hits among them; calls not yet old enough; a count.',
  ),
  'hit rate': calls('Share of graded calls whose outcome has the sign of their side, as a fraction.'),
  'hit rate interval': calls('95 % score interval of that share, of as many calls as share no session.'),
  'outcomes above zero': calls(
    'Share of graded sessions, with a side or without, whose outcome is above zero.',
  ),
  'hit rate by luck': calls(
    'Hit rate of the same calls if they knew nothing but how often outcomes are above zero.',
  ),
} as const;
