import { keys } from '../archive-layout.ts';

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
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  parquet: 'application/vnd.apache.parquet',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
};

/** Of files whose names alone say what they are. */
const named: Readonly<Record<string, string>> = {
  [keys.atomFeed]: 'application/atom+xml; charset=utf-8',
  [keys.jsonFeed]: 'application/feed+json',
};

/** Revisions, and what is named by its own hash. Beside the revisions of a session lie its page and `here.js`, which move. */
const immutable = /^(reports\/[^/]+\/r\d+|site\/[^/]+|schema)\//;

/**
 * Payloads stay gzipped for every reader, as in a folder: no `Content-Encoding`. A revision never changes, so
 * readers may keep it, and so may the edge, whose gate comes before its cache; the index, `latest`, the feeds, the figures
 * of a month and the pages of the site move, so they are asked for each time.
 */
export function headersOf(key: string): ObjectHeaders {
  const extension = key.slice(key.lastIndexOf('.') + 1);
  return {
    ContentType: named[key] ?? types[extension] ?? 'application/octet-stream',
    CacheControl: immutable.test(key) ? 'max-age=31536000, immutable' : 'no-cache',
  };
}
