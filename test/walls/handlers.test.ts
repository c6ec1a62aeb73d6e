import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { handlerNames } from '../../lambda/archive-layout.ts';

const lambda = resolve(import.meta.dirname, '../../lambda');
const most = 25;

/** A handler calls a step; the edition, the clock and the name of the code are looked up, all else is wired in lambda/aws. */
const allowed = /^(steps|aws|editions|runtime)\//;

function faultsOf(path: string, code: string): string[] {
  const lines = code.trimEnd().split('\n').length;
  const imports = parseSync(path, code).module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  const targets = imports.map((one) => (one.startsWith('.') ? normalize(join(dirname(path), one)) : one));
  return [
    ...(lines > most ? [`${lines} lines, and ${most} are allowed`] : []),
    ...targets.filter((target) => !allowed.test(target)).map((target) => `imports ${target}`),
  ];
}

describe('a handler', () => {
  const handlers = globSync('aws/handlers/*.ts', { cwd: lambda }).map((path) => path.replaceAll('\\', '/'));

  it('is there for every Lambda', () => {
    expect(handlers.sort()).toEqual(handlerNames.map((name) => `aws/handlers/${name}.ts`).sort());
  });

  it.each(handlers)('%s parses, wires and calls a step', (path) => {
    expect(faultsOf(path, readFileSync(join(lambda, path), 'utf8'))).toEqual([]);
  });

  it.each([
    ['\n'.repeat(26).replaceAll('\n', 'work();\n'), '26 lines'],
    ["import { readRevision } from '../../archive/revisions.ts';", 'imports archive/revisions.ts'],
    ["import { SESv2Client } from '@aws-sdk/client-sesv2';", 'imports @aws-sdk/client-sesv2'],
  ])('that does more is noticed: %j', (code, fault) => {
    expect(faultsOf('aws/handlers/plan.ts', code).join('; ')).toContain(fault);
  });
});
