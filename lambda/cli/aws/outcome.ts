/** What an execution was about, and what became of it. */
export interface Outcome {
  /** `evening`, `final`, `morning`, or `by hand`. */
  readonly run: string;
  /** The session, or the two ends of a backfill; null while it is not known. */
  readonly about: string | null;
  /** `published r1`; null without one. */
  readonly result: string | null;
  /** What went wrong, by the error's name and words; null without anything. */
  readonly problem: string | null;
}

interface Described {
  readonly input?: string | undefined;
  readonly output?: string | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

/** Reads the documents of an execution: its input, its output, and how it failed. */
export function outcomeOf({ input, output, error, cause }: Described): Outcome {
  const { run, session, from, to } = fieldsOf(input);
  const answered = fieldsOf(output);
  const plan = objectIn(answered, 'plan');
  const publish = objectIn(answered, 'publish');
  const ends = typeof from === 'string' ? `${from} to ${to}` : null;
  return {
    run: typeof run === 'string' ? run : 'by hand',
    about: ends ?? text(session) ?? text(plan.session) ?? null,
    result:
      publish.revision === undefined ? (text(plan.reason) ?? null) : `${publish.status} r${publish.revision}`,
    problem: error === undefined ? null : problemOf(error, cause ?? ''),
  };
}

/** A function's failure is JSON with `errorMessage`; the service's own is words. */
function problemOf(error: string, cause: string): string {
  const message = fieldsOf(cause).errorMessage;
  const words = typeof message === 'string' ? message : cause;
  return words === '' ? error : `${error}: ${words}`;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const objectIn = (value: Record<string, unknown>, field: string): Record<string, unknown> => {
  const found = value[field];
  return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
};

function fieldsOf(json: string | undefined): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(json ?? '{}');
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
