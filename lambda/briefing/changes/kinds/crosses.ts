import type { Edition } from '../../../editions/edition.ts';
import { say } from '../../words/sentence.ts';
import { thresholds } from '../../words/thresholds.ts';
import { between, type ChangeKind } from '../kind.ts';
import { numbersOfBoth } from '../sessions.ts';

const averages = [50, 200] as const;

const closes = ({ underlying }: Edition): string[] => averages.map((n) => `close.${underlying}.vs${n}`);

const strengths = ({ underlying, rivals }: Edition): string[] =>
  rivals.against.flatMap((rival) => averages.map((n) => `rs.${underlying}:${rival}.vs${n}`));

/** The underlying's close, or its relative strength, that crossed its own average; at the average is above it. */
export const crossKind: ChangeKind = {
  kind: 'cross',
  find: (of) =>
    [...closes(of.edition), ...strengths(of.edition)]
      .filter((id) => {
        const both = numbersOfBoth(of, id);
        return both !== null && both.now >= 0 !== both.then >= 0;
      })
      .map((id) => between(of, [id])),
  say: ({ ids: [id = ''], now }, words, { underlying }) => {
    const side = words.chosen(Number(now[0]) >= 0 ? 'above' : 'below', id);
    const average = `its ${id.split('.vs')[1]}-session average`;
    if (id.startsWith('close.')) {
      const level = words.value(`sma.${underlying}.${id.split('.vs')[1]}`);
      return say`${underlying} closes ${side} ${average}, ${level}, ${opposite(Number(now[0]))} it before.`;
    }
    const rival = id.split(/[:.]/)[2]!;
    const isAt = Math.abs(Number(now[0])) < thresholds.level;
    return isAt
      ? say`${underlying} against ${rival} reaches ${average}, ${opposite(Number(now[0]))} it before${words.chosen('', id)}.`
      : say`${underlying} against ${rival} crosses ${side} ${average}, now by ${words.amount(id)}.`;
  },
};

const opposite = (now: number): string => (now >= 0 ? 'below' : 'above');
