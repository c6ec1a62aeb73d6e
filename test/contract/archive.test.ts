import { FolderArchive } from '../../lambda/archive/folder.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { archiveContract } from './archive-contract.ts';

archiveContract('a folder', async () => {
  const folder = await temporaryFolder();
  return { open: () => new FolderArchive(folder.path), dispose: folder.dispose };
});
