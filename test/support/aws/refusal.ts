import type { Service } from './call.ts';

/** An answer that says no. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How the services say no; the names are those of their API references. */
export type Refused = 'throttled' | 'unavailable' | 'internal error' | 'conflict' | 'request time-out';

const codes: Readonly<Record<Service, Partial<Record<Refused, readonly [number, string]>>>> = {
  s3: {
    throttled: [503, 'SlowDown'],
    unavailable: [503, 'ServiceUnavailable'],
    'internal error': [500, 'InternalError'],
    conflict: [409, 'ConditionalRequestConflict'],
    'request time-out': [400, 'RequestTimeout'],
  },
  ses: {
    throttled: [429, 'TooManyRequestsException'],
    unavailable: [503, 'ServiceUnavailable'],
    'internal error': [500, 'InternalFailure'],
  },
  sns: {
    throttled: [429, 'ThrottledException'],
    unavailable: [503, 'ServiceUnavailable'],
    'internal error': [500, 'InternalError'],
  },
  secretsmanager: {
    throttled: [400, 'ThrottlingException'],
    unavailable: [503, 'ServiceUnavailable'],
    'internal error': [500, 'InternalServiceError'],
  },
  ssm: {
    throttled: [400, 'ThrottlingException'],
    unavailable: [503, 'ServiceUnavailable'],
    'internal error': [500, 'InternalServerError'],
  },
};

/** A service's way to say it, in the shape that its clients parse; null where it never says so. */
export function refusalOf(service: Service, refused: Refused): Refusal | null {
  const known = codes[service][refused];
  if (known === undefined) return null;
  const [status, code] = known;
  return { status, ...shapes[service](code) };
}

const xml = { 'content-type': 'text/xml' };
const json = { 'content-type': 'application/json' };
const targeted = (code: string) => ({
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify({ __type: code, message: `${code} for a test` }),
});

const shapes: Readonly<Record<Service, (code: string) => Omit<Refusal, 'status'>>> = {
  s3: (code) => ({
    headers: { ...xml, 'x-amz-request-id': 'refused' },
    body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code} for a test</Message></Error>`,
  }),
  sns: (code) => ({
    headers: xml,
    body: `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Receiver</Type><Code>${code}</Code><Message>${code} for a test</Message></Error></ErrorResponse>`,
  }),
  ses: (code) => ({
    headers: { ...json, 'x-amzn-errortype': code },
    body: `{"message":"${code} for a test"}`,
  }),
  secretsmanager: targeted,
  ssm: targeted,
};
