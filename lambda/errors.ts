import { namedText, noteOf, shown } from './outside-text.ts';

/**
 * The errors that people see. Each says what happened, where, and what to do; none carries a secret. Anything
 * else that reaches the top is a bug of ours and is reported as one.
 */
export abstract class BriefingError extends Error {
  /** Written out in each class: a bundle's classes have other names, and state machines decide by these. */
  abstract override readonly name: string;
  /** What the reader of the message can do about it; one sentence. */
  readonly hint: string | undefined;

  constructor(message: string, options: { cause?: unknown; hint?: string } = {}) {
    // A message may quote a file, an answer or a name from outside.
    super(shown(message), options.cause === undefined ? undefined : { cause: options.cause });
    this.hint = options.hint;
  }
}

/** A command, an option, a date or a configuration value that cannot be used. Exit code 2. */
export class UsageError extends BriefingError {
  override readonly name: string = 'UsageError';
}

/** A file or a payload that cannot be used, with its place when there is one. Exit code 2. */
export class InputError extends BriefingError {
  override readonly name = 'InputError';
  readonly file: string | undefined;
  /** Line of the file, counted from 1 with its header. */
  readonly row: number | undefined;
  readonly field: string | undefined;

  constructor(
    message: string,
    where: { file?: string; row?: number; field?: string } = {},
    options: { cause?: unknown; hint?: string } = {},
  ) {
    const place = [
      where.file,
      where.row === undefined ? undefined : `row ${where.row}`,
      where.field === undefined ? undefined : `field ${namedText(where.field)}`,
    ].filter((part) => part !== undefined);
    const text = noteOf(message);
    super(place.length === 0 ? text : `${place.join(', ')}: ${text}`, options);
    this.file = where.file;
    this.row = where.row;
    this.field = where.field;
  }
}

/** No provider gave any series: no network, or all of them down. The same again may well succeed. Exit code 4. */
export class NothingReceived extends BriefingError {
  override readonly name = 'NothingReceived';
}

/** Offline, and the archive keeps nothing from a provider that serves the session. Exit code 2. */
export class NothingKept extends UsageError {
  override readonly name = 'NothingKept';
}

/** The gate refused to publish: a required series is not there for the session. Exit code 3. */
export class GateError extends BriefingError {
  override readonly name = 'GateError';
  readonly missing: readonly string[];

  constructor(message: string, missing: readonly string[], options: { cause?: unknown; hint?: string } = {}) {
    super(message, options);
    this.missing = missing;
  }
}

/** The archive could not be read or written. Exit code 1. */
export class ArchiveError extends BriefingError {
  override readonly name: string = 'ArchiveError';
}

/** The archive did not answer, or was too busy to: the same again may well succeed. */
export class ArchiveUnavailable extends ArchiveError {
  override readonly name: string = 'ArchiveUnavailable';
}

/** The pages could not be made from a report. Exit code 1. */
export class RenderError extends BriefingError {
  override readonly name: string = 'RenderError';
}

/** What the functions in AWS were deployed with cannot be used: a variable, a secret's name. */
export class ConfigError extends BriefingError {
  override readonly name: string = 'ConfigError';
}

/** A secret's store did not answer, or was too busy to: the same again may well succeed. */
export class SecretUnavailable extends BriefingError {
  override readonly name: string = 'SecretUnavailable';
}

/** A function got an event that no step before it sends. */
export class EventError extends BriefingError {
  override readonly name: string = 'EventError';
}

/** A message failed, or whether it was sent is unknown. The publication is unaffected. */
export class DeliveryError extends BriefingError {
  override readonly name: string = 'DeliveryError';
}

/** A service of AWS refused, or did not answer, when the command line asked it. Exit code 1. */
export class AwsError extends BriefingError {
  override readonly name = 'AwsError';
}

/** A run that ends failed, after everything good was saved. */
export class RunFailed extends BriefingError {
  override readonly name: string = 'RunFailed';
}
