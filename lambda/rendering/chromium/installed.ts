import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const application = 'Google Chrome.app/Contents/MacOS/Google Chrome';
const program = ['Google', 'Chrome', 'Application', 'chrome.exe'] as const;

/** Where Chrome's own installers, and the common packages of Chromium, put the executable. */
export function knownPaths(platform: NodeJS.Platform, home: string): readonly string[] {
  switch (platform) {
    case 'darwin':
      return [
        join('/Applications', application),
        join(home, 'Applications', application),
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ];
    case 'win32':
      return [
        join('C:\\Program Files', ...program),
        join('C:\\Program Files (x86)', ...program),
        join(home, 'AppData', 'Local', ...program),
      ];
    default:
      return [
        '/usr/bin/google-chrome-stable',
        '/usr/bin/google-chrome',
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/snap/bin/chromium',
      ];
  }
}

/** The first Chrome or Chromium that is there, or undefined. */
export function findInstalledChrome(platform: NodeJS.Platform): string | undefined {
  return knownPaths(platform, homedir()).find((path) => existsSync(path));
}
