import { plural } from '../../../counted.ts';
import type { Edition } from '../../../editions/edition.ts';
import { falseShare } from '../../../figures/study/event-studies.ts';
import type { Prose, Sentence } from '../../../report/schema.ts';
import { said, say, type Words } from '../../words/sentence.ts';
import { eventName } from '../../words/study-events.ts';
import { cellNamed, type NamedCell, outcomeName } from './cells.ts';

/** Whether anything that followed differs from the usual once all that was looked at is counted. */
export function historyLead(words: Words, edition: Edition): Sentence {
  const survivors = words.number('study.differ');
  const closest = cellNamed(words, 'study.closest');
  if (survivors === null || closest === null)
    return words.absent(
      'Nothing can be said of what followed: no event has fifteen separate cases yet.',
      'study.asof',
      'study.cells',
    );
  const cells = words.value('study.cells');
  const comparisons = plural(words.number('study.cells') ?? 0, 'comparison');
  const rate = words.value(`${closest.id}.q`);
  const limit = 'once false discoveries are held to one in ten';
  const sentence =
    survivors === 0
      ? say`Nothing survives: none of ${cells} ${comparisons} with what usually follows differs ${limit}; the closest has a rate of ${rate}.`
      : say`${words.value('study.differ')} of ${cells} ${comparisons} with what usually follows ${plural(survivors, 'survives', 'survive')} ${limit}; the clearest is ${spoken(edition, closest)}, at a rate ${rateOf(words, `${closest.id}.q`)}.`;
  return sentence ?? words.absent('Nothing can be said of what followed.', 'study.cells');
}

/** "of 0.058": one that would print as nothing is said to be below the smallest that is printed. */
const rateOf = (words: Words, id: string) =>
  (words.number(id) ?? 0) < 0.0005 ? words.chosen('below 0.001', id) : say`of ${words.value(id)}`;

/** "TNA over 126 sessions after compounding turns kind". */
const spoken = (edition: Edition, { event, outcome, sessions }: NamedCell): string =>
  `${outcomeName(edition, outcome)} over ${sessions} sessions after ${eventName(edition, event).after}`;

/** What it says of today, what it means and what it does not. */
export function meaning(words: Words, edition: Edition): Prose {
  const some = (words.number('study.differ') ?? 0) > 0;
  return {
    kind: 'prose',
    id: 'history.meaning',
    title: 'What it means, and what it does not',
    form: 'list',
    sentences: said([
      today(words, edition),
      say`${
        some
          ? 'What survives is a difference of averages of the past that chance alone seldom makes. Of ten such finds one is to be expected by chance, what one month finds the next may not, and an average says nothing of a single case.'
          : 'What followed these events, days with a score like today’s among them, is what chance gives. That does not make the next weeks average: it means that neither the score nor an event here says how they differ.'
      }`,
      say`The usual is the mean outcome after every session that has a score. Cases are those at least as many sessions apart as the outcome takes; with fewer than fifteen nothing is said. Studies read to ${words.value('study.asof')}, so they change once a month.`,
    ]),
  };
}

/** Days like today over a month: whether anything sets them apart. */
function today(words: Words, edition: Edition): Sentence | null {
  const event = words.word('study.similar');
  if (event === null) return null;
  const { underlying, rivals } = edition;
  const id = `study.${event}.excess.21d`;
  const part = (name: string) => words.value(`${id}.${name}`);
  const like = words.chosen(eventName(edition, event).after, 'study.similar');
  const [diff, q] = [words.number(`${id}.diff`), words.number(`${id}.q`)];
  if (diff === null || q === null)
    return say`As today, ${like} came ${part('n')} times, ${part('apart')} of them separate: too few to say what followed.`;
  const side = words.chosen(diff < 0 ? 'below' : 'above', `${id}.diff`);
  const apart = words.chosen(
    q <= falseShare ? 'that sets such days apart' : 'nothing sets such days apart',
    `${id}.q`,
  );
  return say`After ${like}, as today, ${underlying}’s lead over ${rivals.against[0]!} in 21 sessions was ${words.amount(`${id}.diff`)} points ${side} the usual (95\u202f%: ${part('low')} to ${part('high')}; ${part('n')} days, ${part('apart')} of them separate): ${apart}.`;
}
