import { sha256Of } from '../archive/bytes.ts';

/** The name of a reader in receipts and messages: a pseudonym, which can be computed from the address. */
export const pseudonym = (channel: string, reader: string): string =>
  `${channel}-${sha256Of(reader.toLowerCase()).slice(0, 16)}`;

/** Anything like a mail address; services name them in their refusals. */
const address = /[^\s<>"'(),;:]{1,64}@[^\s<>"'(),;:]{1,255}/g;

/**
 * A service's words in which no reader's address is left. They go to logs, to the history of a state machine and to
 * alarms, which more people see than should know who reads.
 */
export function withoutAddresses(text: string, channel: string, reader: string): string {
  const name = `reader ${pseudonym(channel, reader)}`;
  // A topic is named by its ARN, which is no person's.
  if (!reader.includes('@')) return text.replace(address, 'an address');
  return text.replace(address, (found) =>
    found.toLowerCase() === reader.toLowerCase() ? name : 'an address',
  );
}

/** As receipts and messages name a reader: who has the address can find the pseudonym. */
const named = /\b(?:reader )?[a-z]+-[0-9a-f]{16}\b/g;

/** A text for everybody: without any address, and without any reader's pseudonym. */
export const withoutReaders = (text: string): string =>
  text.replace(address, 'an address').replace(named, 'a reader');

/** An error of a service with the same name, and without addresses: its cause and its fields are left behind. */
export function nameless(error: Error, channel: string, reader: string): Error {
  const clean = new Error(withoutAddresses(error.message, channel, reader));
  clean.name = error.name;
  return clean;
}
