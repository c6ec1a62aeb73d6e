// Only syntax of old versions of Node here: this file reports that the version is too old.

/** The first minor versions that run TypeScript and take our hooks; every later major version does. */
const firstMinor = { 22: 18, 23: 6 };

const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 23 || minor >= firstMinor[major]) {
  await import('./quick-start.js');
  // What is imported beside it would be looked up before the hooks of the line above are there.
  await import('./main.ts');
} else {
  process.stderr.write(
    `error: this is Node ${process.versions.node}, and the briefing needs Node 22.18 or newer\n` +
      'hint: On Linux (x64, arm64) `npm ci` brings one, and `npm run` uses it. Elsewhere install Node 24.\n',
  );
  process.exitCode = 2;
}
