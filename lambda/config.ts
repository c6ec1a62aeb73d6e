import * as z from 'zod';
import { defaultEdition, editionNames } from './editions/index.ts';
import { UsageError } from './errors.ts';
import { providerNames } from './providers/index.ts';
import { type KeyVariable, keyedProviders, keyVariables, partlySet } from './providers/keys.ts';

/**
 * What an owner can set, in `cdk.json` under `context.briefing`: read once when the stack is made, and again by
 * the functions, which get the part that concerns them. Holds names of secrets, never a secret.
 */

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a New York time as 17:45');
const mailAddress = z.email('write an address as name@example.org');
const secretAddress = z
  .string()
  .regex(
    /^(secretsmanager:[\w/+=.@-]{1,512}|ssm:\/[\w/.-]{1,1000})$/,
    'write where the secret lies, as secretsmanager:NAME or ssm:/NAME, never the secret itself',
  );
const origin = z
  .url({ protocol: /^https?$/, error: 'write scheme and host, as in http://127.0.0.1:8080' })
  .refine((text) => new URL(text).origin === text, 'write scheme and host only, without a path');

/** Whether a text can be sent in the header of a request: printable letters of ASCII only. */
export const isSendable = (text: string): boolean => /^[\x20-\x7e]+$/.test(text);

/** Whether what is sent to an address can be read on its way: plain http, but to this machine. */
export function isInClear(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isThisMachine(hostname);
}

/** Whether a host of an address is this machine: what is said to it leaves it on no network. */
export const isThisMachine = (hostname: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);

/** IPv4 or IPv6, single or as a network. */
const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: 'write an address or a network, as in 203.0.113.7 or 203.0.113.0/24',
});

/** Where the providers' keys lie, by the names of their environment variables. None is needed. */
const secrets = z
  .strictObject(
    Object.fromEntries(keyVariables.map((variable) => [variable, secretAddress.optional()])) as Record<
      KeyVariable,
      z.ZodOptional<typeof secretAddress>
    >,
  )
  .prefault({})
  .superRefine((value, context) => {
    const message = partlySet((variable) => value[variable] !== undefined);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });

/** Channels of chat services that get briefings; the address of a webhook is a secret: it is enough to post. */
const chat = z
  .strictObject({
    slack: secretAddress.optional(),
    teams: secretAddress.optional(),
    /** Hosts of webhooks beside the services' own. */
    hosts: z
      .array(
        z
          .string()
          .regex(
            /^[a-z0-9][a-z0-9.-]{0,252}(:\d{1,5})?$/,
            'write a host, as in chat.example.org or 127.0.0.1:8443',
          ),
      )
      .max(10)
      .default([]),
  })
  .prefault({});

/** A reader of the mail: an address, or one that has chosen the parts of its mail. */
const recipient = z.union(
  [
    mailAddress,
    z.strictObject({
      address: mailAddress,
      /** `linked` names where it can be read; it wants the setting `site`. */
      pdf: z.enum(['attached', 'linked', 'none']).default('attached'),
      /** False for plain text alone. */
      html: z.boolean().default(true),
    }),
  ],
  {
    error:
      'write an address as name@example.org, or {"address": "name@example.org", "pdf": "attached", "linked" or "none", "html": true or false}',
  },
);

/** How the mail is sent. */
const mail = z
  .strictObject({
    /** `first`: the first published revision, provisional or not. `final`: once prices are final, from 20:15 New York on. */
    when: z.enum(['first', 'final']).default('first'),
    /** A contact list of SES, of which an account has one: it then unsubscribes readers by one click. */
    contactList: z
      .string()
      .regex(/^[\w-]{1,64}$/, 'write the name of a contact list in SES')
      .optional(),
  })
  .prefault({});

/** What the functions read. */
export const runtimeConfig = z.strictObject({
  edition: z
    .enum(editionNames, `there is no such edition; known: ${editionNames.join(', ')}`)
    .default(defaultEdition),
  paper: z.enum(['A4', 'Letter']).default('A4'),
  /** An address or an address of a domain that SES has verified. */
  sender: mailAddress.optional(),
  /** A configuration set of SES that mail is sent with, instead of the stack's own, which reports bounces. */
  configurationSet: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'write the name of a configuration set in SES')
    .optional(),
  /** Address on the web under which the archive can be read, for the button of the mail: the page's path is put behind it. */
  site: z
    .url({ protocol: /^https$/, error: 'write an address that begins with https://' })
    .refine((address) => !address.endsWith('/'), 'write it without a slash at its end')
    .optional(),
  /** One message each. They must fit into a function's 4 kB of environment. */
  recipients: z.array(recipient).max(50, 'at most 50: use a mailing list beyond').default([]),
  mail,
  chat,
  secrets,
  /** Named in the User-Agent to the SEC, to FRED's download and to BLS: who asks, and where to complain. */
  contact: z
    .string()
    .min(5)
    .max(200)
    .refine(isSendable, 'write plain letters, digits and signs: it is sent in the header of a request')
    .optional(),
  /** Whether a briefing that lacks a required series is published, marked INCOMPLETE, once the wait is over. */
  allowIncomplete: z.boolean().default(false),
  /** How long a run waits for late data, in minutes, and how long between two looks, in seconds. */
  deadlineMinutes: z.int().min(0).max(240).default(75),
  waitSeconds: z.int().min(30).max(3600).default(600),
});

/** Everything that can be set. */
const settings = runtimeConfig.extend({
  /** What the stack is called, in its account and region. Another name is another stack, with an archive of its own. */
  stackName: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/, 'write a letter, then at most 39 letters, digits and hyphens')
    .default('SmallcapBriefing'),
  /** New York times of the three runs; `enabled: false` deploys them switched off. */
  schedule: z
    .strictObject({
      enabled: z.boolean().default(true),
      evening: time.default('17:45'),
      final: time.default('20:15'),
      morning: time.default('08:30'),
    })
    .prefault({})
    .refine(({ evening }) => evening >= '16:15', {
      path: ['evening'],
      message:
        'write 16:15 or later: the session closes at 16:00, and providers have its bar some minutes after',
    })
    .refine(({ final }) => final >= '20:15' && final <= '20:30', {
      path: ['final'],
      message:
        'write 20:15 to 20:30: before, prices are still provisional, and the alarm looks for a briefing at 21:00',
    })
    .refine(({ morning }) => morning < '12:00', {
      path: ['morning'],
      message: 'write a time before 12:00: a run from noon on is about the session of its own day',
    }),
  /** `bucket`: only who may read the bucket. `site`: a CloudFront address over the published reports. */
  readers: z
    .strictObject({
      access: z.enum(['bucket', 'site']).default('bucket'),
      /** SHA-256 of `name:password`, in hexadecimal: the password itself is nowhere. */
      passwordSha256: z
        .string()
        .regex(
          /^[0-9a-f]{64}$/,
          "write 64 hexadecimal digits, as printed by: printf 'name:password' | sha256sum",
        )
        .optional(),
      allowedAddresses: z.array(network).max(100).default([]),
      /** Whether the site has all figures of all sessions as files, too. */
      data: z.boolean().default(false),
    })
    .prefault({}),
  archive: z
    .strictObject({
      /** What `cdk destroy` does with the archive. */
      onDestroy: z.enum(['keep', 'delete']).default('keep'),
      /** Days for which a report cannot be deleted or changed (S3 object lock, governance mode); 0 is off. */
      objectLockDays: z.int().min(0).max(3650).default(0),
    })
    .prefault({})
    .refine(({ onDestroy, objectLockDays }) => onDestroy === 'keep' || objectLockDays === 0, {
      message: 'onDestroy "delete" cannot work while objectLockDays forbids deleting',
    }),
  /** `athena`: a table over the figures of all sessions, for queries in AWS. */
  data: z.strictObject({ athena: z.boolean().default(false) }).prefault({}),
  /** Where docs/runbook.md can be read, for the alarms to link to. */
  runbook: z
    .url({ protocol: /^https?$/, error: 'write where docs/runbook.md can be read, as https://…' })
    .optional(),
  /** Addresses that get alarms by mail; each must confirm the subscription once. */
  operators: z.array(mailAddress).max(20).default([]),
  /** Where providers are asked instead of on the internet: scheme and host, by provider. For tests. */
  addresses: z.record(z.string().regex(/^[a-z]+$/), origin).default({}),
});

export const briefingConfig = settings
  .superRefine(({ addresses, secrets: kept }, context) => {
    for (const [provider, address] of Object.entries(addresses)) {
      if (!(providerNames as readonly string[]).includes(provider)) {
        const message = `there is no such provider; known: ${providerNames.join(', ')}`;
        context.addIssue({ code: 'custom', path: ['addresses', provider], message });
      }
      const parts = keyedProviders.find(({ name }) => name === provider)?.parts.values() ?? [];
      const key = [...parts].find((variable) => kept[variable] !== undefined);
      if (key === undefined || !isInClear(address)) continue;
      const message = `would send ${key} unencrypted: write an https address, or leave the secret out`;
      context.addIssue({ code: 'custom', path: ['addresses', provider], message });
    }
  })
  .refine(({ sender, recipients }) => recipients.length === 0 || sender !== undefined, {
    path: ['sender'],
    message: 'recipients want a sender: write an address that SES has verified',
  })
  .refine(
    ({ recipients, site }) =>
      site !== undefined || recipients.every((one) => typeof one === 'string' || one.pdf !== 'linked'),
    {
      path: ['recipients'],
      message: 'pdf "linked" wants the setting site: there would be nothing to link to',
    },
  )
  .refine(
    ({ schedule: { evening, final }, deadlineMinutes }) =>
      minutesOf(final) >= minutesOf(evening) + deadlineMinutes,
    {
      path: ['schedule', 'evening'],
      message:
        'evening and deadlineMinutes together must end by final: two runs of a session would meet. Write an earlier evening or fewer minutes',
    },
  );

/** Since midnight. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** A reader, as the settings name one. */
export type Recipient = z.infer<typeof recipient>;
export type RuntimeConfig = z.infer<typeof runtimeConfig>;
export type BriefingConfig = z.infer<typeof briefingConfig>;

/**
 * Checks what was set and fills in the rest.
 * @param place what to call it in messages, as in `cdk.json context.briefing`
 * @throws UsageError that names every setting which cannot be used, and what to write instead
 */
export function parseConfig<T>(schema: z.ZodType<T>, value: unknown, place: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message, ...issue }) => {
    const unknown =
      issue.code === 'unrecognized_keys' ? `no such setting: ${issue.keys.join(', ')}` : message;
    return `  ${['briefing', ...path].join('.')}: ${unknown}`;
  });
  throw new UsageError(`${place} cannot be used:\n${lines.join('\n')}`, {
    hint: 'All settings with their defaults are listed in docs/deploy.md.',
  });
}
