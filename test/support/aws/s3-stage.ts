import { S3Archive } from '../../../lambda/archive/s3.ts';
import { S3Server } from '../s3-server.ts';
import { temporaryFolder } from '../temporary.ts';
import { ServerBucket } from './bucket-fixture.ts';
import { FaultProxy } from './fault-proxy.ts';
import { RecordedRun } from './recorded-run.ts';

/** Where the handlers of this process find S3: a small server of our own, behind a proxy that can spoil any call. */
export interface S3Stage {
  readonly server: S3Server;
  readonly proxy: FaultProxy;
  readonly bucket: ServerBucket;
  /** Past the proxy. */
  readonly archive: S3Archive;
  readonly recorded: RecordedRun;
  /** A temporary folder for what the tests read. */
  readonly folder: string;
  stop(): Promise<void>;
}

export async function s3Stage(): Promise<S3Stage> {
  const root = await temporaryFolder();
  const server = await new S3Server(1000).start();
  const proxy = await new FaultProxy(server.origin).start();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: proxy.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
    BRIEFING_BUCKET: 'archive',
  });
  const bucket = new ServerBucket(server);
  const archive = new S3Archive({ client: server.client(), bucket: 'archive' });
  return {
    server,
    proxy,
    bucket,
    archive,
    recorded: new RecordedRun(proxy, bucket, archive),
    folder: root.path,
    async stop() {
      await proxy.stop();
      await server.stop();
      await root.dispose();
    },
  };
}
