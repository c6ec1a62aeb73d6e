import { say } from '../../words/sentence.ts';
import { between, type ChangeKind } from '../kind.ts';
import { numbersOfBoth } from '../sessions.ts';

/** The upper end of the target of the Federal Reserve. */
export const fundsTarget = 'macro.fedfunds.upper';

/** A change of the target: on the evening of the decision where the next day's is at hand, else the session after. */
export const targetKind: ChangeKind = {
  kind: 'target',
  find: ({ now, reported }) => {
    const both = numbersOfBoth({ now, before: reported }, fundsTarget);
    return both === null || both.now === both.then ? [] : [between({ now, before: reported }, [fundsTarget])];
  },
  say: (_, words) =>
    say`The upper end of the Fed funds target is ${words.value(fundsTarget)}, ${words.carried(fundsTarget)} before.`,
};
