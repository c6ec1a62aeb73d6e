import { expect, it } from 'vitest';
import { checkEdition } from '../../../lambda/archive/edition.ts';
import { addToIndex } from '../../../lambda/archive/index.ts';
import { indexEntryOf } from '../../../lambda/catalogue/index-entry.ts';
import { UsageError } from '../../../lambda/errors.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { publishOnly } from '../../support/site-archive.ts';

it('an archive without a briefing takes any edition', async () => {
  const archive = new MemoryArchive();
  await checkEdition(archive, 'OTHER');
  // A run that died before its manifest published nothing.
  await archive.putNew('reports/2025-12-31/r1/report.json', Buffer.from('{}'));
  await archive.putNew('reports/2025-12-31/r1/xmanifest.json', Buffer.from('{}'));
  await checkEdition(archive, 'OTHER');
});

it.each(['indexed', 'published alone'])(
  'an archive with a briefing that is %s takes its own edition only',
  async (how) => {
    const archive = new MemoryArchive();
    const [revision] = await publishOnly(archive, [{ session: '2025-12-31' }]);
    if (how === 'indexed') {
      await addToIndex(archive, [indexEntryOf(revision!.report, revision!.manifest)]);
      archive.list = () => Promise.reject(new Error('not listed, which costs more than one read'));
    }
    await checkEdition(archive, 'TNA');
    await expect(checkEdition(archive, 'OTHER')).rejects.toThrow(UsageError);
    await expect(checkEdition(archive, 'OTHER')).rejects.toThrow(/holds briefings of the edition TNA/);
  },
);

it('an archive whose first manifest vanishes while it is looked at takes any edition', async () => {
  const archive = new MemoryArchive();
  archive.list = async () => ['reports/2025-12-31/r1/manifest.json'];
  await checkEdition(archive, 'OTHER');
});
