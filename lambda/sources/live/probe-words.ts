import { exitCodes } from '../../archive-layout.ts';
import { counted } from '../../counted.ts';
import type { Probed } from './probe.ts';

/** What an answer means, and what the operator can do. */
export interface Advice {
  readonly means: string;
  readonly todo: string;
}

/** No action is needed. */
export const nothingToDo = '–';

/** Whether no connection came about at all. */
const isUnreachable = ({ failure }: Probed): boolean => failure?.kind === 'unreachable';

const wasAsked = ({ outcome, failure }: Probed): boolean =>
  outcome !== 'not configured' && failure?.kind !== 'not asked';

/** In a sentence each: what came back, as far as it can be known from outside, and what helps. */
export function adviceOn(probed: Probed): Advice {
  const { source, outcome, status } = probed;
  const kind = probed.failure?.kind;
  if (outcome === 'answered') return { means: 'works here', todo: nothingToDo };
  if (outcome === 'not configured')
    return { means: 'wants a key, which is not set', todo: 'optional: set it, see docs/providers.md' };
  if (kind === 'not asked') return { means: 'has nothing of this session', todo: nothingToDo };
  if (isUnreachable(probed))
    return { means: 'no connection to its address', todo: 'look at name server, firewall and proxy' };
  if (kind === 'over budget') return { means: "the day's requests are used up", todo: 'wait until tomorrow' };
  if (kind === 'no contact')
    return { means: 'wants to know who asks', todo: 'set BRIEFING_CONTACT to a name and a mail address' };
  if (status === 429)
    return {
      means: 'asked too often, or it refuses this address',
      todo:
        source === 'yahoo'
          ? 'wait an hour; where it stays so, as in AWS, set a free key of Tiingo or Alpaca'
          : 'wait, and ask from one machine only',
    };
  if (status === 401) return { means: 'the key is not accepted', todo: 'look at the key' };
  if (status === 403) return { means: 'turns this address or key away', todo: 'the next source stands in' };
  if (status !== null && status >= 500) return { means: 'has a fault of its own', todo: 'try again later' };
  if (kind === 'time-out' || kind === 'no time left')
    return {
      means: 'holds the connection and does not answer',
      todo: 'try later; the next source stands in',
    };
  if (status === 404)
    return { means: 'has no such series or page', todo: 'report it: the address may be new' };
  return { means: 'answers, in a form that is not understood', todo: 'report it: the parser wants mending' };
}

/** A sentence when no provider could be reached; null when one was. */
export function whyNobody(all: readonly Probed[]): string | null {
  const asked = all.filter(wasAsked);
  if (asked.length === 0 || !asked.every(isUnreachable)) return null;
  const code = asked[0]?.failure?.network ?? 'no connection';
  return `none of ${counted(asked.length, 'source')} can be reached (${code}): this machine has no network, no name server, or a firewall in between`;
}

/**
 * Exit code of a probe: `unreachable` when no provider answered, `failed` when no source of prices or none of macro series
 * did, otherwise `ok`.
 */
export function exitCodeOfProbe(all: readonly Probed[]): number {
  const answers = all.filter(({ outcome }) => outcome === 'answered');
  if (answers.length === 0) return exitCodes.unreachable;
  const has = (kind: string) =>
    answers.some(({ key }) => key.startsWith(`${kind}:`) && !key.startsWith('bars:^'));
  return has('bars') && has('macro') ? exitCodes.ok : exitCodes.failed;
}

/** All of it for a machine: as `--json` prints it, and as the collecting Lambda answers. */
export const probeAnswer = (all: readonly Probed[]) => ({
  exitCode: exitCodeOfProbe(all),
  nobody: whyNobody(all),
  sources: all.map((one) => ({ ...one, ...adviceOn(one) })),
});
