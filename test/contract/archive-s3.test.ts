import { S3Archive } from '../../lambda/archive/s3.ts';
import { S3Server } from '../support/s3-server.ts';
import { archiveContract } from './archive-contract.ts';

archiveContract('a bucket behind S3’s conditional writes', async () => {
  const server = await new S3Server().start();
  return {
    open: () => new S3Archive({ client: server.client(), bucket: 'archive', patience: 2_000 }),
    dispose: () => server.stop(),
  };
});
