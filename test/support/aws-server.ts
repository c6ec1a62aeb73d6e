import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer of a service: a status, and a document as its protocol has it. */
export interface AwsAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What a service does when it is asked; by `states StartExecution`, `stacks DescribeStacks`, `GET /schedules`. */
export type Answers = Record<string, (body: Record<string, unknown>, path: string) => AwsAnswer>;

/** The services of AWS that the command line asks, by their published protocols: JSON 1.0, query, and REST with JSON. */
export class AwsServer {
  answers: Answers = {};
  /** What was asked, in order. */
  readonly asked: string[] = [];
  readonly #server = createServer(async (request, response) => {
    const text = await bodyOf(request);
    const [what, body] = questionOf(request, text);
    this.asked.push(what);
    const answer = this.answers[what]?.(body, request.url ?? '') ?? {
      status: 404,
      body: awsRefusal('NotHere'),
    };
    const isXml = typeof answer.body === 'string';
    response.writeHead(answer.status ?? 200, {
      'content-type': isXml ? 'text/xml' : 'application/x-amz-json-1.0',
      ...(answer.status === undefined ? {} : { 'x-amzn-errortype': codeIn(answer.body) }),
      ...answer.headers,
    });
    response.end(isXml ? answer.body : JSON.stringify(answer.body));
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** An error of a service with a JSON protocol. */
export const awsRefusal = (name: string, message = name) => ({ __type: name, message });
const codeIn = (body: unknown): string => String((body as { __type?: string }).__type ?? 'Unknown');

/** CloudFormation's answer about one stack. */
export const stackXml = (outputs: Readonly<Record<string, string>>): string =>
  `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member>
   <StackName>SmallcapBriefing</StackName><StackStatus>UPDATE_COMPLETE</StackStatus><CreationTime>2025-01-01T00:00:00Z</CreationTime>
   <Outputs>${Object.entries(outputs)
     .map(
       ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
     )
     .join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

/** CloudFormation's refusal. */
export const refusalXml = (code: string, message: string): string =>
  `<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function questionOf(request: IncomingMessage, text: string): [what: string, body: Record<string, unknown>] {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') {
    const [service, action] = target.split('.');
    return [`${service === 'AWSStepFunctions' ? 'states' : 'alarms'} ${action}`, JSON.parse(text)];
  }
  if (text.startsWith('Action=') || text.includes('&Action=')) {
    const form = Object.fromEntries(new URLSearchParams(text));
    return [`stacks ${form.Action}`, form];
  }
  const path = (request.url ?? '').split('?')[0] ?? '';
  return [`${request.method} ${path}`, text === '' ? {} : JSON.parse(text)];
}
