/** Code that is mutated, and the tests that must notice: a room's own. Whole briefings would take minutes a mutant. */
interface Room {
  readonly code: readonly string[];
  readonly tests: readonly string[];
}

/** Also of the rooms above: much of `series` is reached by the rules that use it. */
const ofSeveral = [
  'test/unit/{analytics,calendar,series}/**/*.test.ts',
  'test/reference/outcome-table.test.ts',
  'test/unit/sources/quality/**/*.test.ts',
  'test/unit/delivery/{addresses,message,notifier,receipt,revised-since,ses,short-text,smtp,sns}.test.ts',
  'test/unit/delivery/chat/{notifier,webhook}.test.ts',
  'test/unit/archive/{bytes,index,inside,limited,merge,payloads,s3-failure,s3-headers,work}.test.ts',
  'test/unit/steps/{plan,plan-scheduled,predecessor,run-entry,settle}.test.ts',
];

/** Each is held to the floor by itself, so that a strong room carries no weak one. */
export const mutatedRooms = {
  analytics: { code: ['lambda/analytics/**/*.ts'], tests: ofSeveral },
  archive: {
    code: ['lambda/archive/**/*.ts'],
    // Not those that publish whole briefings, ask a server or start processes.
    tests: [
      'test/unit/archive/{bytes,call-chain,call-check,call-record,disk,drafts,failure,figure-file,folder}.test.ts',
      'test/unit/archive/{held-edition,index,inside,json-schema,limited,lock,manifest,merge,payloads}.test.ts',
      'test/unit/archive/{report-file,revisions,run-ledger,s3-failure,s3-headers,s3-objects,s3-publish}.test.ts',
      'test/unit/archive/{schemas,site-data,snapshots,staging,work}.test.ts',
      'test/contract/archive.test.ts',
    ],
  },
  calendar: { code: ['lambda/calendar/**/*.ts'], tests: ofSeveral },
  catalogue: {
    code: ['lambda/catalogue/{index-entry,years}.ts'],
    tests: ['test/unit/archive/{held-edition,index}.test.ts', 'test/unit/catalogue/years.test.ts'],
  },
  delivery: { code: ['lambda/delivery/**/*.ts'], tests: ofSeveral },
  series: { code: ['lambda/series/**/*.ts'], tests: ofSeveral },
  'sources/quality': { code: ['lambda/sources/quality/**/*.ts'], tests: ofSeveral },
  steps: {
    // What runs in a thread of its own is out of Stryker's reach.
    code: ['lambda/steps/**/*.ts', '!lambda/steps/page-worker/worker.ts'],
    tests: ['test/unit/steps/**/*.test.ts'],
  },
} as const satisfies Record<string, Room>;

/** The room that ROOM of the environment names, or all of them in one. @throws Error when there is none of that name */
export function mutatedRoomOf({
  ROOM,
}: {
  readonly ROOM?: string | undefined;
}): Room & { readonly name: string } {
  const all = Object.entries<Room>(mutatedRooms).map(([name, of]) => ({ name, ...of }));
  if (ROOM === undefined)
    return { name: 'all', code: all.flatMap(({ code }) => code), tests: all.flatMap(({ tests }) => tests) };
  const room = all.find(({ name }) => name === ROOM);
  if (room === undefined)
    throw new Error(`no room is called ${ROOM}: ${all.map(({ name }) => name).join(', ')}`);
  return room;
}
