import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../lambda/cli/failure.ts';
import {
  ArchiveError,
  GateError,
  InputError,
  NothingReceived,
  RenderError,
  UsageError,
} from '../../../lambda/errors.ts';

describe('a failure', () => {
  it.each([
    [new UsageError('bad option'), 2],
    [new InputError('not a number', { file: 'IWM.csv', row: 3, field: 'Close' }), 2],
    [new GateError('IWM has no bar', ['IWM']), 3],
    [new ArchiveError('the disk is full'), 1],
    [new RenderError('the browser died'), 1],
    [new NothingReceived('no provider gave anything'), 4],
  ])('of a known kind keeps its message and ends with its code: %s', (error, code) => {
    expect(failureOf(error)).toMatchObject({ exitCode: code, message: error.message, stack: undefined });
  });

  it('of our own is called a bug, with a stack for those who ask', () => {
    const failure = failureOf(new TypeError('x is undefined'));
    expect(failure).toMatchObject({ exitCode: 1, kind: 'Bug', message: 'this is a bug: x is undefined' });
    expect(failure.stack).toContain('failure.test.ts');
    expect(failureOf('thrown text').message).toBe('this is a bug: thrown text');
  });
});
