import type { Emulator } from './emulator.ts';

/** How one service lists what an account has: a request, and where names are in its answer. */
interface Listing {
  readonly service: string;
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
  readonly target?: string;
  readonly name: RegExp;
}

const query = (action: string) => `Action=${action}`;
const listings: Readonly<Record<string, Listing>> = {
  bucket: { service: 's3', name: /<Name>([^<]+)<\/Name>/g },
  'state machine': {
    service: 'states',
    target: 'AWSStepFunctions.ListStateMachines',
    name: /"name": ?"([^"]+)"/g,
  },
  'log group': {
    service: 'logs',
    target: 'Logs_20140328.DescribeLogGroups',
    name: /"logGroupName": ?"([^"]+)"/g,
  },
  function: { service: 'lambda', path: '/2015-03-31/functions/', name: /"FunctionName": ?"([^"]+)"/g },
  schedule: { service: 'scheduler', path: '/schedules', name: /"Name": ?"([^"]+)"/g },
  'schedule group': { service: 'scheduler', path: '/schedule-groups', name: /"Name": ?"([^"]+)"/g },
  role: { service: 'iam', body: query('ListRoles'), name: /<RoleName>([^<]+)<\/RoleName>/g },
  topic: { service: 'sns', body: query('ListTopics'), name: /<TopicArn>([^<]+)<\/TopicArn>/g },
  queue: { service: 'sqs', body: query('ListQueues'), name: /<QueueUrl>([^<]+)<\/QueueUrl>/g },
  alarm: { service: 'monitoring', body: query('DescribeAlarms'), name: /<AlarmName>([^<]+)<\/AlarmName>/g },
  dashboard: {
    service: 'monitoring',
    body: query('ListDashboards'),
    name: /<DashboardName>([^<]+)<\/DashboardName>/g,
  },
  'configuration set': { service: 'ses', path: '/v2/email/configuration-sets', name: /"([\w-]+)"(?=[,\]])/g },
};

/** Everything that an account of the emulator has, as `kind name`, sorted. */
export async function listed({ endpoint }: Emulator): Promise<readonly string[]> {
  const found = await Promise.all(
    Object.entries(listings).map(async ([kind, listing]) => {
      const text = await ask(endpoint, listing);
      return [...text.matchAll(listing.name)].map(([, name]) => `${kind} ${name}`);
    }),
  );
  return found.flat().toSorted();
}

async function ask(endpoint: string, { service, path = '/', body, target }: Listing): Promise<string> {
  const posts = body !== undefined || target !== undefined;
  const type = target === undefined ? 'application/x-www-form-urlencoded' : 'application/x-amz-json-1.0';
  const response = await fetch(endpoint + path, {
    method: posts ? 'POST' : 'GET',
    headers: {
      ...(posts ? { 'content-type': type } : {}),
      ...(target === undefined ? {} : { 'x-amz-target': target }),
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    },
    ...(posts ? { body: target === undefined ? `${body}&Version=2010-05-08` : '{}' } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${service} lists nothing: ${response.status} ${text}`);
  return text;
}
