/** Metadata that S3 gets with an object's bytes. */
export interface ObjectHeaders {
  readonly ContentType: string;
  readonly CacheControl: string;
}

const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  gz: 'application/gzip',
};

/**
 * Payloads stay gzipped for every reader, as in a folder: no `Content-Encoding`. A revision never changes, so
 * readers may keep it; the index and `latest` move, so they ask each time.
 */
export function headersOf(key: string): ObjectHeaders {
  const extension = key.slice(key.lastIndexOf('.') + 1);
  return {
    ContentType: types[extension] ?? 'application/octet-stream',
    CacheControl: key.startsWith('reports/') ? 'private, max-age=31536000, immutable' : 'no-cache',
  };
}
