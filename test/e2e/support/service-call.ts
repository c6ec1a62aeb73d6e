import type { Emulator } from './emulator.ts';

/** Who asks, as the emulator reads it from a signature that it does not check. */
const signedFor = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;

/** Asks a service that speaks JSON by targets, such as `AmazonSSM.PutParameter`. */
export async function askByTarget(
  { endpoint }: Emulator,
  service: string,
  target: string,
  body: object,
): Promise<void> {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': target,
    authorization: signedFor(service),
  };
  await answerOf(await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(body) }), target);
}

/** Asks a service that speaks queries and answers with XML, such as SNS. */
export async function askByQuery(
  { endpoint }: Emulator,
  service: string,
  parameters: Readonly<Record<string, string>>,
): Promise<string> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    authorization: signedFor(service),
  };
  const body = new URLSearchParams(parameters);
  return answerOf(await fetch(endpoint, { method: 'POST', headers, body }), parameters.Action ?? service);
}

async function answerOf(response: Response, what: string): Promise<string> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${what}: ${response.status} ${text}`);
  return text;
}
