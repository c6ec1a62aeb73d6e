import { describe, expect, it } from 'vitest';
import { complaintOf, keptByNpm } from '../../../lambda/cli/npm/kept.ts';
import { everyOption } from '../../../lambda/cli/npm/our-options.ts';
import { oneSlipApart } from '../../../lambda/cli/one-slip.ts';
import { programOf } from '../../../lambda/cli/program.ts';
import fc from '../../support/fast-check.ts';

const program = programOf(() => undefined);

/** The environment of a script of npm's, as npm 11.19 sets it (recorded), and the files that it names. */
const npm = (script: 'demo' | 'briefing', config: Record<string, string> = {}) => ({
  npm_lifecycle_event: script,
  npm_lifecycle_script: script === 'demo' ? 'node lambda/cli/start.js demo' : 'node lambda/cli/start.js',
  npm_config_user_agent: 'npm/11.19.1 node/v24.21.0 linux x64 workspaces/false',
  npm_config_local_prefix: '/here',
  npm_config_userconfig: '/home/.npmrc',
  npm_config_globalconfig: '/etc/npmrc',
  npm_config_fund: '',
  npm_config_noproxy: '',
  ...Object.fromEntries(Object.entries(config).map(([name, value]) => [`npm_config_${name}`, value])),
});
const noFile = () => null;

/** The line that is proposed, or null when nothing was kept. */
function lineFor(script: 'demo' | 'briefing', config: Record<string, string>, ...words: string[]) {
  const args = script === 'demo' ? ['demo', ...words] : words;
  return keptByNpm(program, args, npm(script, config), noFile)?.line ?? null;
}

describe('options that npm keeps for itself', () => {
  it.each<[typed: string, 'demo' | 'briefing', Record<string, string>, string[], line: string]>([
    ['demo --session=D', 'demo', { session: '2025-12-31' }, [], 'demo -- --session 2025-12-31'],
    ['demo --no-pdf', 'demo', { pdf: '' }, [], 'demo -- --no-pdf'],
    ['briefing --offline', 'briefing', { offline: 'true' }, [], 'briefing -- --offline'],
    ['briefing --data ../x', 'briefing', { data: 'true' }, ['../x'], 'briefing -- --data ../x'],
    [
      'briefing --session D --data "a b"',
      'briefing',
      { data: 'true', session: 'true' },
      ['2025-12-31', 'a b'],
      'briefing -- --data "a b" --session 2025-12-31',
    ],
    [
      'briefing replay --session D',
      'briefing',
      { session: 'true' },
      ['replay', '2025-12-31'],
      'briefing -- replay --session 2025-12-31',
    ],
    [
      'briefing --session D replay',
      'briefing',
      { session: 'true' },
      ['2025-12-31', 'replay'],
      'briefing -- replay --session 2025-12-31',
    ],
    [
      'briefing backfill --from A --to B --pdf',
      'briefing',
      { from: 'true', token_description: '2025-12-05', parseable: 'true', force: 'true' },
      ['backfill', '2025-12-01'],
      'briefing -- backfill --pdf --from 2025-12-01 --to 2025-12-05',
    ],
    [
      'briefing archive check --out=x',
      'briefing',
      { out: 'x' },
      ['archive', 'check'],
      'briefing -- archive check --out x',
    ],
    [
      'demo --session=D -- --no-pdf',
      'demo',
      { session: '2025-12-31' },
      ['--no-pdf'],
      'demo -- --session 2025-12-31 --no-pdf',
    ],
    ['briefing --out=', 'briefing', { out: '' }, [], 'briefing -- --out <dir>'],
    ['briefing --out ""', 'briefing', { out: 'true' }, [''], 'briefing -- --out <dir>'],
    [
      'briefing --session=A --session=B',
      'briefing',
      { session: 'A\n\nB' },
      [],
      'briefing -- --session A --session B',
    ],
    ['demo --sesion=D', 'demo', { sesion: '2025-12-31' }, [], 'demo -- --session 2025-12-31'],
    [
      'briefing --allow-incomplete',
      'briefing',
      { allow_incomplete: 'true' },
      [],
      'briefing -- --allow-incomplete',
    ],
  ])('are put behind the --: npm run %s', (_, script, config, words, line) => {
    expect(lineFor(script, config, ...words)).toBe(`npm run ${line}`);
  });

  it('show the place of a value where two of a kind were typed, as npm loses their order', () => {
    expect(lineFor('briefing', { out: 'true', data: 'true' }, 'a', 'b')).toBe(
      'npm run briefing -- --data <dir> --out <dir>',
    );
  });

  it('are said to be unknown to a command that does not have them', () => {
    const kept = keptByNpm(program, ['demo'], npm('demo', { data: '../x' }), noFile);
    expect(kept === null ? null : complaintOf(kept)).toEqual({
      message:
        "npm kept --data for itself: put a lone -- before the briefing's options (and demo has no --data)",
      hint: 'Write: npm run demo',
    });
  });

  it('are found for each option of each command, so that one that is added later is too', () => {
    const names = [...everyOption(program).keys()];
    expect(names.length).toBeGreaterThan(12);
    for (const command of program.commands.filter(({ options }) => options.length > 0))
      for (const option of command.options) {
        const name = option.name().replace(/^no-/, '');
        const config = { [name.replaceAll('-', '_')]: option.negate ? '' : option.required ? 'v' : 'true' };
        const written = option.required ? `--${name} v` : `--${option.name()}`;
        const line = lineFor('briefing', config, command.name());
        expect(line).toBe(`npm run briefing -- ${command.name()} ${written}`);
      }
  });
});

describe('what npm sets without a lost option', () => {
  it.each<[string, 'demo' | 'briefing', Record<string, string>, string[]]>([
    ['nothing of ours', 'briefing', { loglevel: 'silent', cache: '/c', yes: '' }, []],
    ['a switch that also stands after the --', 'briefing', { json: 'true' }, ['--json']],
    ["npm's own --offline where the command has none", 'demo', { offline: 'true' }, []],
    ['a PDF, which is made anyway', 'demo', { parseable: 'true', force: 'true' }, []],
  ])('%s is left alone', (_, script, config, words) => {
    expect(lineFor(script, config, ...words)).toBeNull();
  });

  it.each(['/here/.npmrc', '/home/.npmrc', '/etc/npmrc'])('a name set in %s is left alone', (file) => {
    const read = (path: string) => (path === file ? 'fund=false\n offline = true\njson\n' : null);
    const env = npm('briefing', { offline: 'true', json: 'true' });
    expect(keptByNpm(program, [], env, read)).toBeNull();
    expect(keptByNpm(program, [], env, noFile)).not.toBeNull();
  });

  it('is no matter of a process that is not a script of npm', () => {
    const env = npm('briefing', { session: '2025-12-31' });
    for (const other of [
      { ...env, npm_lifecycle_script: 'vitest run' },
      { ...env, npm_lifecycle_script: undefined },
      { ...env, npm_config_user_agent: 'pnpm/10.0.0' },
    ])
      expect(keptByNpm(program, [], other, noFile)).toBeNull();
  });
});

describe('a slip of the finger', () => {
  it.each(['sesion', 'sessioon', 'sessoin', 'sassion', 'ession', 'sessio'])('%s is session', (typed) => {
    expect(oneSlipApart(typed, 'session')).toBe(true);
    expect(oneSlipApart('session', typed)).toBe(true);
  });
  it.each(['session', 'sesoin', 'version', 'ssesion1', 's'])('%s is not', (typed) => {
    expect(oneSlipApart(typed, 'session')).toBe(false);
  });
  it('is any letter left out of a name of six or more', () => {
    const word = fc.stringMatching(/^[a-z]{6,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), (name, at) => {
        const without = name.slice(0, at % name.length) + name.slice((at % name.length) + 1);
        expect(oneSlipApart(name, without)).toBe(true);
      }),
    );
  });
});
