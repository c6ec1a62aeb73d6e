/** Until a connection is there, until an answer begins, and between two parts of it: nothing waits without an end. */
export const patience = (milliseconds: number) => ({
  connectionTimeout: 3_000,
  requestTimeout: milliseconds,
  socketTimeout: milliseconds,
  throwOnRequestTimeout: true,
});

/**
 * How our clients ask: five times in all. The SDK's own waits between them are short and random; the state machine's
 * are the long ones.
 */
export const clientDefaults = { maxAttempts: 5, requestHandler: patience(15_000) } as const;

/** For requests that must not be carried out twice: the caller decides whether to ask again. */
export const askingOnce = { ...clientDefaults, maxAttempts: 1 } as const;
