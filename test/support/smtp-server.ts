import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

/** A mail as a server took it. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
}

/** A mail server of RFC 5321 with AUTH PLAIN (RFC 4954), for tests: one account, and refusals on demand. */
export class PlayedSmtpServer {
  readonly taken: TakenMail[] = [];
  /** Answer to RCPT TO in place of 250. */
  refusal: string | null = null;
  readonly #account: string;
  readonly #server: Server = createServer((socket) => this.#serve(socket));

  constructor(user: string, password: string) {
    this.#account = Buffer.from(`\0${user}\0${password}`).toString('base64');
  }

  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: Socket): void {
    let [from, text, inData]: [string, string, boolean] = ['', '', false];
    const to: string[] = [];
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 test ESMTP');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      for (;;) {
        const end = text.indexOf(inData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const part = text.slice(0, end);
        text = text.slice(end + (inData ? 5 : 2));
        if (inData) {
          inData = false;
          // A dot that begins a line was doubled by who sent it.
          this.taken.push({ from, to: [...to], bytes: Buffer.from(part.replace(/^\.\./gm, '.'), 'latin1') });
          say('250 queued as 1');
          continue;
        }
        const [verb = ''] = part.toUpperCase().split(/[ :]/);
        if (verb === 'EHLO') say('250-test\r\n250 AUTH PLAIN');
        else if (verb === 'AUTH')
          say(part.endsWith(this.#account) ? '235 welcome' : `535 bad credentials ${part.split(' ').at(-1)}`);
        else if (verb === 'MAIL') {
          from = /<(.*?)>/.exec(part)?.[1] ?? '';
          say('250 ok');
        } else if (verb === 'RCPT') {
          to.push(/<(.*?)>/.exec(part)?.[1] ?? '');
          say(this.refusal ?? '250 ok');
        } else if (verb === 'DATA') {
          inData = true;
          say('354 go on');
        } else if (verb === 'QUIT') {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
  }
}
