import { describe, expect, it } from 'vitest';
import lock from '../../package-lock.json' with { type: 'json' };

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  /** Its files come inside the archive of the package above it, which has the hash. */
  readonly inBundle?: boolean;
  readonly link?: boolean;
}

/** What is wrong with the entries of a lock file, a sentence each. */
function faultsOf(entries: Readonly<Record<string, Entry>>): string[] {
  return Object.entries(entries).flatMap(([path, { integrity, resolved, inBundle, link }]) => [
    ...(path === '' || link || inBundle || /^sha512-[\w+/]{86}==$/.test(integrity ?? '')
      ? []
      : [`${path} has no SHA-512`]),
    ...(resolved === undefined ? [] : [`${path} names the host ${resolved}`]),
  ]);
}

describe('the lock file', () => {
  it('has a hash for each package on every platform, and names no registry', () => {
    const entries: Readonly<Record<string, Entry>> = lock.packages;
    expect(Object.keys(entries).length).toBeGreaterThan(100);
    expect(faultsOf(entries)).toEqual([]);
  });

  it.each([
    [{ version: '1.0.0' }, 'has no SHA-512'],
    [{ version: '1.0.0', integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'has no SHA-512'],
    [{ version: '1.0.0', inBundle: true, resolved: 'https://registry.example.org/a.tgz' }, 'names the host'],
  ])('with %j is refused', (entry, fault) => {
    expect(faultsOf({ 'node_modules/a': entry }).join()).toContain(fault);
  });
});
