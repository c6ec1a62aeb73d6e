interface Asked {
  readonly Bucket: string;
  readonly Region: string;
  /** Somebody else's S3. */
  readonly Endpoint?: string | undefined;
  readonly ForcePathStyle?: boolean | undefined;
  readonly UseFIPS?: boolean | undefined;
  readonly UseDualStack?: boolean | undefined;
}

/**
 * In the place of the rules for the address of every kind of bucket there is, a twentieth of a small function: the
 * archive is a plain bucket in the function's own region. As the SDK does it, a name with dots stands in the path, for
 * it has no certificate.
 */
export function defaultEndpointResolver(asked: Asked) {
  const { Bucket, Region, Endpoint, ForcePathStyle, UseFIPS, UseDualStack } = asked;
  if (UseFIPS || UseDualStack) throw new Error('FIPS and dual-stack addresses of S3 are not in this bundle');
  const host = `s3.${Region}.amazonaws.com${Region.startsWith('cn-') ? '.cn' : ''}`;
  const inPath = ForcePathStyle || Endpoint !== undefined || Bucket.includes('.');
  const place = Endpoint?.replace(/\/$/, '') ?? `https://${host}`;
  const address = inPath ? `${place}/${Bucket}` : `https://${Bucket}.${host}/`;
  const scheme = { name: 'sigv4', signingName: 's3', signingRegion: Region, disableDoubleEncoding: true };
  return { url: new URL(address), properties: { authSchemes: [scheme] }, headers: {} };
}
