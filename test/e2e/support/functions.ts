import { readdirSync, readFileSync } from 'node:fs';
import type { Emulator } from './emulator.ts';

interface Configuration {
  readonly Environment?: { readonly Variables?: Readonly<Record<string, string>> };
}

/** The functions of the emulator, each a process on this machine. */
export class Functions {
  readonly #endpoint: string;

  constructor({ endpoint }: Emulator) {
    this.#endpoint = endpoint;
  }

  /** Adds to a function's environment; its next process has it. */
  async configure(name: string, variables: Readonly<Record<string, string>>): Promise<void> {
    const { Environment } = await this.#call('GET', name);
    await this.#call('PUT', name, {
      Environment: { Variables: { ...Environment?.Variables, ...variables } },
    });
  }

  /** Ends the processes of a function as a power cut would. @throws Error when there is none */
  kill(name: string): void {
    const found = processes().filter(({ environment }) =>
      environment.includes(`AWS_LAMBDA_FUNCTION_NAME=${name}`),
    );
    if (found.length === 0) throw new Error(`no process runs ${name}`);
    for (const { pid } of found) process.kill(pid, 'SIGKILL');
  }

  async #call(method: string, name: string, body?: unknown): Promise<Configuration> {
    const response = await fetch(`${this.#endpoint}/2015-03-31/functions/${name}/configuration`, {
      method,
      headers: {
        'content-type': 'application/json',
        authorization:
          'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${name}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Configuration;
  }
}

/** Every process of this machine that we may look at, with the variables it was started with. */
function processes(): { pid: number; environment: readonly string[] }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [
          { pid: Number(name), environment: readFileSync(`/proc/${name}/environ`, 'utf8').split('\0') },
        ];
      } catch {
        return [];
      }
    });
}
