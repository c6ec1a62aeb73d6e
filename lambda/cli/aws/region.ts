import { UsageError } from '../../errors.ts';

/** The region that a client asks. @throws UsageError when none is set */
export async function regionOf(client: {
  readonly config: { readonly region: () => Promise<string> };
}): Promise<string> {
  return client.config.region().catch((cause) => {
    throw new UsageError('no region of AWS is set, and everything there is asked for by one', {
      cause,
      hint: 'Name it in AWS_REGION, or a profile that has one in AWS_PROFILE.',
    });
  });
}
