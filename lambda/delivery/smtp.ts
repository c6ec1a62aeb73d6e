import { createTransport } from 'nodemailer';
import { isThisMachine } from '../config.ts';
import { DeliveryError, UsageError } from '../errors.ts';

/** How long a server may take for any one thing, in milliseconds. */
const usualPatience = 10_000;

/** Where a mail server is, and the account used there. */
export interface SmtpServer {
  /** Without the password: for messages. */
  readonly name: string;
  readonly url: string;
  /** The account's name where it is a mail address. */
  readonly account: string | null;
}

/**
 * A mail server by its address: `smtps://USER:PASSWORD@HOST:465`, or `smtp://` for one that encrypts after it greets (port
 * 587): it must, before anything is said of the account, unless it is on this machine.
 * @throws UsageError that names no part of the address but its host
 */
export function smtpServerOf(address: string): SmtpServer {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw new UsageError(
      'the address of the mail server is not one of the form smtps://USER:PASSWORD@HOST:465',
      {
        hint: 'A character such as @ or / in a password is written %40 or %2F.',
      },
    );
  const account = decodeURIComponent(url.username);
  return {
    name: `${url.protocol}//${url.host}`,
    url: url.href,
    account: account.includes('@') ? account : null,
  };
}

/**
 * Sends a composed message to one reader by a mail server.
 * @returns what the server answered
 * @param patience milliseconds that the server may take for any one thing
 * @throws DeliveryError that says what the server did, without the address's password
 */
export async function sendBySmtp(
  { url, name }: SmtpServer,
  { from, to, bytes }: { readonly from: string; readonly to: string; readonly bytes: Uint8Array },
  patience = usualPatience,
): Promise<string> {
  const transport = createTransport(transportOptions(url, patience));
  try {
    const sent = await transport.sendMail({ envelope: { from, to }, raw: Buffer.from(bytes) });
    return sent.response;
  } catch (error) {
    const { message, responseCode } = error as Error & { responseCode?: number };
    const hidden = secretsIn(url).reduce((answer, secret) => answer.replace(secret, '…'), message);
    throw new DeliveryError(`${name} did not take the mail: ${hidden}`, {
      hint:
        responseCode === undefined
          ? 'Is the host right, and is its port open from here? --eml FILE writes the mail without sending it.'
          : 'The server refused it: the answer above says why. Nothing was sent.',
    });
  } finally {
    transport.close();
  }
}

/** The library's own defaults wait for minutes, and speak in the clear to a server that offers nothing else. */
export function transportOptions(url: string, patience: number) {
  return {
    url,
    requireTLS: url.startsWith('smtp:') && !isThisMachine(new URL(url).hostname),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  };
}

/**
 * Every form in which a server may repeat the account: as written, decoded, and as the two ways of logging in encode it.
 * A name is one only as a whole word: of an account `user` nothing is hidden in `unknown users`.
 */
function secretsIn(address: string): RegExp[] {
  const { username, password } = new URL(address);
  const [user, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const names = [username, user];
  return [...names, password, secret, base64(user), base64(secret), base64(`\0${user}\0${secret}`)]
    .filter((one) => one !== '')
    .toSorted((a, b) => b.length - a.length)
    .map((one) => {
      const escaped = one.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      return new RegExp(
        names.includes(one) ? `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])` : escaped,
        'gu',
      );
    });
}
