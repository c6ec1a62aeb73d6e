import { BriefingError } from '../../errors.ts';
import { noteOf } from '../../outside-text.ts';

/** Why a provider gave nothing that could be used. */
export type ProviderErrorKind =
  | 'unreachable'
  | 'time-out'
  | 'cut short'
  | 'too large'
  | 'throttled'
  | 'server error'
  | 'refused'
  | 'unknown series'
  | 'unusable'
  | 'given up'
  | 'no time left'
  | 'over budget'
  | 'not asked'
  | 'no contact';

/** What went wrong at a provider, in codes. */
export interface ProviderFailure {
  readonly kind: ProviderErrorKind;
  /** Where no connection came about: the code of the system, such as `ENOTFOUND`. */
  readonly network?: string;
}

/** One provider's failure to give one series. The chain goes on to the next provider and keeps the reason. */
export class ProviderError extends BriefingError {
  override readonly name = 'ProviderError';
  readonly kind: ProviderErrorKind;
  /** What is behind it; of a provider that was given up, what it was given up for. */
  readonly failure: ProviderFailure;
  readonly status: number | undefined;
  /** Milliseconds that the provider asks to be left alone, from its Retry-After. */
  readonly retryAfter: number | undefined;
  /** False when there was no connection, so that the provider cannot have heard of the request. */
  readonly sent: boolean;

  constructor(
    kind: ProviderErrorKind,
    message: string,
    more: {
      status?: number | undefined;
      retryAfter?: number | undefined;
      sent?: boolean;
      failure?: ProviderFailure | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(noteOf(message), more.cause === undefined ? {} : { cause: more.cause });
    this.kind = kind;
    this.failure = more.failure ?? { kind };
    this.status = more.status;
    this.retryAfter = more.retryAfter;
    this.sent = more.sent ?? true;
  }
}
