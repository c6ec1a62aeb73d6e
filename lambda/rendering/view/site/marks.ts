import type { SessionLine } from '../../../catalogue/day.ts';

/** How a day is marked: classes for the eye, words for everybody. */
export function marksOf(day: SessionLine): {
  readonly classes: string;
  readonly sign: string;
  readonly words: string;
} {
  const sides = { own: 'up', other: 'down', none: '' } as const;
  const notes = [
    ...(day.state === null ? [] : [day.state]),
    ...(day.flip ? ['the rotation turned'] : []),
    ...(day.corrected === null ? [] : [`corrected, revision ${day.revision}`]),
    ...(day.incomplete ? ['incomplete'] : []),
    ...(day.simulated ? ['simulated'] : []),
  ];
  const classes = [
    day.side ?? 'none',
    ...(day.flip ? ['flip'] : []),
    ...(day.corrected === null ? [] : ['corrected']),
    ...(day.incomplete ? ['incomplete'] : []),
  ];
  return {
    classes: classes.join(' '),
    sign: day.side === null ? '' : sides[day.side],
    words: notes.join(', '),
  };
}
