import type { IncomingHttpHeaders } from 'node:http';

export type Service = 's3' | 'ses' | 'sns' | 'secretsmanager' | 'ssm';

/** One request to AWS, as a person would name it. */
export interface Call {
  readonly service: Service;
  /** As the service's API calls it: `PutObject`, `SendEmail`. */
  readonly operation: string;
  /** The key, the reader, the secret. */
  readonly subject: string;
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Understands a signed request by its service's published protocol. @throws Error for what no step asks */
export function callOf(asked: Asked): Call {
  const service = /\/([a-z0-9]+)\/aws4_request/.exec(asked.headers.authorization ?? '')?.[1] ?? '';
  const understood = readers[service]?.(asked);
  if (understood === undefined)
    throw new Error(`not understood: ${asked.method} ${asked.url} for ${service}`);
  return understood;
}

const readers: Readonly<Record<string, (asked: Asked) => Call | undefined>> = {
  s3: ({ method, url }) => {
    const key = decodeURIComponent(url.pathname.split('/').slice(2).join('/'));
    if (url.searchParams.has('list-type'))
      return { service: 's3', operation: 'ListObjectsV2', subject: url.searchParams.get('prefix') ?? '' };
    const operation = { GET: 'GetObject', PUT: 'PutObject' }[method];
    return operation === undefined ? undefined : { service: 's3', operation, subject: key };
  },
  ses: ({ url, body }) =>
    url.pathname === '/v2/email/outbound-emails'
      ? { service: 'ses', operation: 'SendEmail', subject: JSON.parse(`${body}`).Destination.ToAddresses[0] }
      : undefined,
  sns: ({ body }) => {
    const form = new URLSearchParams(`${body}`);
    return { service: 'sns', operation: form.get('Action') ?? '', subject: form.get('TopicArn') ?? '' };
  },
  secretsmanager: (asked) => jsonCall('secretsmanager', asked, 'SecretId'),
  ssm: (asked) => jsonCall('ssm', asked, 'Name'),
};

function jsonCall(service: Service, { headers, body }: Asked, field: string): Call {
  const operation = `${headers['x-amz-target']}`.split('.').at(-1) ?? '';
  return { service, operation, subject: String(JSON.parse(`${body}`)[field]) };
}
