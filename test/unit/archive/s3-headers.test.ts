import { expect, it } from 'vitest';
import { headersOf } from '../../../lambda/archive/s3-headers.ts';

const kept = 'max-age=31536000, immutable';

it.each([
  ['reports/2025-12-31/r1/briefing.html', 'text/html; charset=utf-8', kept],
  ['reports/2025-12-31/r12/report.json', 'application/json', kept],
  ['site/0123456789ab/site.css', 'text/css; charset=utf-8', kept],
  ['site/0123456789ab/inter-400.woff2', 'font/woff2', kept],
  ['site/0123456789ab/icon.svg', 'image/svg+xml', kept],
  ['schema/report-0123456789ab.json', 'application/json', kept],
  // These lie beside what never changes, and move.
  ['reports/2025-12-31/index.html', 'text/html; charset=utf-8', 'no-cache'],
  ['reports/2025-12-31/here.js', 'text/javascript; charset=utf-8', 'no-cache'],
  ['index.html', 'text/html; charset=utf-8', 'no-cache'],
  ['2025/index.html', 'text/html; charset=utf-8', 'no-cache'],
  ['data/2025.js', 'text/javascript; charset=utf-8', 'no-cache'],
  ['feed.xml', 'application/atom+xml; charset=utf-8', 'no-cache'],
  ['feed.json', 'application/feed+json', 'no-cache'],
  ['figures/year=2025/month=12/figures.parquet', 'application/vnd.apache.parquet', 'no-cache'],
  ['reports/2025-12-31/r1/figures.parquet', 'application/vnd.apache.parquet', kept],
  ['index/2025.json', 'application/json', 'no-cache'],
])('%s is %s, %s', (key, type, caching) => {
  expect(headersOf(key)).toEqual({ ContentType: type, CacheControl: caching });
});
