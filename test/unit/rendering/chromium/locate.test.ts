import { describe, expect, it } from 'vitest';
import { checkBrowser } from '../../../../lambda/rendering/chromium/locate.ts';

describe('whether there is a browser to print with', () => {
  it.each([
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['linux', 'arm64'],
  ] as const)('is said before any work where Chrome must be installed: %s %s', (platform, arch) => {
    const machine = { platform, arch };
    expect(() => checkBrowser(machine, () => undefined)).toThrow(
      `no Chrome found on this machine (${platform} ${arch}), and the PDF needs one`,
    );
    expect(() => checkBrowser(machine, () => '/usr/bin/chrome')).not.toThrow();
  });

  it('is no question on 64-bit Intel Linux, for which the project brings one', () => {
    expect(() => checkBrowser({ platform: 'linux', arch: 'x64' }, () => undefined)).not.toThrow();
  });
});
