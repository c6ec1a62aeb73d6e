import type { ChangeKind } from '../kind.ts';
import { alarmKind } from './alarm.ts';
import { claimKind } from './claims.ts';
import { crossKind } from './crosses.ts';
import { dataKind } from './data.ts';
import { extremeKind } from './extremes.ts';
import { gradedKind } from './graded.ts';
import { levelKind } from './levels.ts';
import { quadrantKind } from './quadrants.ts';
import { rangeKind } from './range.ts';
import { rankKind } from './rank.ts';
import { readingKind } from './readings.ts';
import { regimeKind } from './regimes.ts';
import { revisedKind } from './revised.ts';
import { scoreKind, stateKind } from './rotation.ts';
import { runKind } from './run.ts';
import { scheduleKind } from './schedule.ts';
import { targetKind } from './target.ts';

/** Every kind of change, the most material first. */
export const kinds: readonly ChangeKind[] = [
  alarmKind,
  dataKind,
  revisedKind,
  stateKind,
  regimeKind,
  crossKind,
  extremeKind,
  levelKind,
  scoreKind,
  rangeKind,
  runKind,
  rankKind,
  readingKind,
  targetKind,
  claimKind,
  gradedKind,
  scheduleKind,
  quadrantKind,
];
