import { GateError } from '../errors.ts';
import type { CollectRequest, Source } from '../sources/source.ts';
import type { SourceChoice } from './sources.ts';

/** Whether data are what they are, and no later try brings more: files, or what an archive keeps. */
export const isFixed = ({ data, offline = false }: SourceChoice): boolean => data !== undefined || offline;

/** How far data reach, for people. */
export interface Seen {
  /** The newest session that all required series have; null without one. */
  readonly session: string | null;
  /** A sentence without its full stop. */
  readonly words: string;
}

/** Looks for the newest session that the required series all have. @throws InputError */
export async function lookHowFar(request: CollectRequest, source: Source): Promise<Seen> {
  const { endsInWords, reachOf } = await import('../runs/reach.ts');
  const reach = await reachOf(request, source);
  const ends = endsInWords(reach);
  return reach.session === null
    ? { session: null, words: `The required series have no session in common: ${ends}` }
    : {
        session: reach.session,
        words: `${reach.session} is the newest session that the required series have: ${ends}`,
      };
}

/** A refusal of a session by the gate with what the data would do for; the refusal itself when they reach to it. */
export function withReach(error: GateError, refused: string, { session, words }: Seen): GateError {
  if (session === refused) return error;
  const instead = session === null ? '' : ` Use --session ${session}.`;
  return new GateError(error.message, error.missing, {
    hint: `${words}.${instead} Otherwise: ${error.hint}`,
  });
}
