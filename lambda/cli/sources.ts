import { UsageError } from '../errors.ts';
import type { Source } from '../sources/source.ts';

/**
 * Which source a run asks. Live data plugs in here.
 * @throws UsageError
 */
export async function sourceFor(choice: { data?: string | undefined; simulated?: boolean }): Promise<Source> {
  if (choice.data !== undefined && choice.simulated === true)
    throw new UsageError('--data and --simulated exclude each other');
  if (choice.simulated === true) return (await import('../sources/simulated/source.ts')).simulatedSource();
  if (choice.data !== undefined)
    return (await import('../sources/folder/folder.ts')).folderSource(choice.data);
  throw new UsageError('no data is given', {
    hint: 'Name a folder of CSV files with --data DIR, or try `npm run demo`, which needs none.',
  });
}
