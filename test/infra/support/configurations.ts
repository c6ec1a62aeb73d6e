/** Deployments that an owner may ask for: what holds of the template holds of each. */
export const configurations: readonly (readonly [string, Record<string, unknown>])[] = [
  ['nothing configured', {}],
  ['an open site', { readers: { access: 'site' } }],
  ['a guarded site', { readers: { access: 'site', passwordSha256: 'ab'.repeat(32) } }],
  [
    'a site with all figures, and Athena',
    { readers: { access: 'site', data: true }, data: { athena: true } },
  ],
  ['mail', { sender: 'desk@example.org', recipients: ['a@example.org'], operators: ['b@example.org'] }],
  ['mail by a set of the owner’s', { sender: 'desk@example.org', configurationSet: 'corporate' }],
  ['an archive that goes', { archive: { onDestroy: 'delete' } }],
  ['an archive that is locked', { archive: { objectLockDays: 30 } }],
  ['schedules switched off', { schedule: { enabled: false } }],
  [
    'everything',
    {
      sender: 'desk@example.org',
      recipients: ['a@example.org'],
      operators: ['b@example.org', 'c@example.org'],
      secrets: { FRED_API_KEY: 'secretsmanager:fred', TIINGO_API_KEY: 'ssm:/briefing/tiingo' },
      readers: { access: 'site', allowedAddresses: ['203.0.113.0/24'] },
      archive: { objectLockDays: 3650 },
      runbook: 'https://wiki.example.org/briefing',
      contact: 'Jane Doe jane@example.org',
    },
  ],
];
