import type { Archive } from '../../archive/archive.ts';
import { FolderArchive } from '../../archive/folder.ts';
import { UsageError } from '../../errors.ts';
import { regionOf } from '../aws/region.ts';
import type { Place } from '../options.ts';

/**
 * The archive that the options name; the folder `out` without any. A bucket is read with the caller's own sign-in to AWS.
 * @throws UsageError for any other address, or for two places
 */
export async function archiveAt({ archive, out }: Place): Promise<Archive> {
  if (archive !== undefined && out !== undefined)
    throw new UsageError('--archive and --out both name an archive', { hint: 'Give one of them.' });
  const place = archive ?? out ?? 'out';
  const bucket = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/.exec(place)?.[1];
  if (bucket !== undefined) {
    const [{ S3Archive }, { s3Client }] = await Promise.all([
      import('../../archive/s3.ts'),
      import('../../aws/clients.ts'),
    ]);
    const client = s3Client();
    await regionOf(client);
    return new S3Archive({ client, bucket });
  }
  if (/^[a-z][a-z0-9+.-]+:\/*/i.test(place))
    throw new UsageError(`--archive ${place} is no archive`, {
      hint: 'Use a folder, or s3://BUCKET with the name of a bucket alone.',
    });
  return new FolderArchive(place);
}
