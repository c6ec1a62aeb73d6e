import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { permanentErrors } from '../../../lambda/archive-layout.ts';
import { readSecrets, type SecretStores } from '../../../lambda/aws/secrets.ts';
import { deployedFrom } from '../../../lambda/aws/settings.ts';

describe('what a function was deployed with', () => {
  it('has defaults for everything but the bucket', () => {
    const deployed = deployedFrom({ BRIEFING_BUCKET: 'archive' });
    expect(deployed).toMatchObject({ bucket: 'archive', topic: undefined });
    expect(deployed.config).toMatchObject({ edition: 'tna', recipients: [], allowIncomplete: false });
  });

  it.each([
    [{}, /BRIEFING_BUCKET is not set/],
    [{ BRIEFING_BUCKET: 'a', BRIEFING_CONFIG: '{' }, /BRIEFING_CONFIG is not JSON/],
    [{ BRIEFING_BUCKET: 'a', BRIEFING_CONFIG: '{"paper":"A3"}' }, /briefing\.paper/],
  ])('%j is refused by name', (variables, message) => {
    expect(() => deployedFrom(variables)).toThrow(message);
    expect(() => deployedFrom(variables)).toThrow(expect.objectContaining({ name: 'ConfigError' }));
  });
});

describe('secrets', () => {
  const failing = (name: string) => Promise.reject(Object.assign(new Error('value-of-the-key'), { name }));
  const stores = (read: SecretStores['ssm']): SecretStores => ({ secretsmanager: read, ssm: read });
  const named = { FRED_API_KEY: 'secretsmanager:briefing/fred', TIINGO_API_KEY: 'ssm:/briefing/tiingo' };

  it('are read from their stores under their names', async () => {
    const read = await readSecrets(named, {
      secretsmanager: async (name) => `manager ${name}\n`,
      ssm: async (name) => `parameter ${name}`,
    });
    expect(read).toEqual({
      FRED_API_KEY: 'manager briefing/fred',
      TIINGO_API_KEY: 'parameter /briefing/tiingo',
    });
  });

  it.each(['ResourceNotFoundException', 'ParameterNotFound', 'AccessDeniedException'])(
    'that answer %s are a fault of the configuration, without their values in the message',
    async (name) => {
      const error = await readSecrets(
        named,
        stores(() => failing(name)),
      ).catch((caught: Error) => caught);
      expect(error).toMatchObject({ name: 'ConfigError', message: expect.stringContaining('briefing/fred') });
      expect(JSON.stringify([error, String(error)])).not.toContain('value-of-the-key');
    },
  );

  it('that are only out of reach for now may be tried again, and say which they are', async () => {
    const reading = readSecrets(
      named,
      stores(() => failing('ThrottlingException')),
    );
    await expect(reading).rejects.toMatchObject({
      name: 'SecretUnavailable',
      message: expect.stringMatching(/secretsmanager:briefing\/fred for FRED_API_KEY.*ThrottlingException/),
      cause: expect.any(Error),
    });
    expect(permanentErrors).not.toContain('SecretUnavailable');
  });

  const read = (text: string) =>
    readSecrets(
      { FRED_API_KEY: 'secretsmanager:briefing' },
      stores(async () => text),
    );

  it.each([
    ['abcdef'],
    [' abcdef\n'],
    ['{"FRED_API_KEY":"abcdef"}'],
    ['{"TIINGO_API_KEY":"other","FRED_API_KEY":" abcdef "}'],
    ['{"key":"abcdef"}'],
  ])('are read from text and from JSON as the console makes it: %s', async (text) => {
    expect(await read(text)).toEqual({ FRED_API_KEY: 'abcdef' });
  });

  it('of digits only are text, not numbers', async () => {
    expect(await read('0012345678901234567890')).toEqual({ FRED_API_KEY: '0012345678901234567890' });
  });

  it.each([
    ['{"TIINGO_API_KEY":"value-of-the-key","BLS_API_KEY":"value-of-the-key"}'],
    ['{"FRED_API_KEY":{"value":"value-of-the-key"}}'],
    ['{"FRED_API_KEY":12}'],
    ['{}'],
    ['["value-of-the-key"]'],
    ['"value-of-the-key"'],
    ['{"FRED_API_KEY":"value-of-the-key"'],
  ])('in other JSON are a fault of the configuration: %s', async (text) => {
    const error = await read(text).catch((caught: Error) => caught);
    expect(error).toMatchObject({
      name: 'ConfigError',
      message: 'the secret secretsmanager:briefing for FRED_API_KEY is JSON without the key',
      hint: expect.stringContaining('FRED_API_KEY'),
    });
    expect(inspect(error, { depth: 9 })).not.toContain('value-of-the-key');
  });

  it('in JSON that are empty are refused', async () => {
    await expect(read('{"FRED_API_KEY":" "}')).rejects.toMatchObject({
      name: 'ConfigError',
      message: expect.stringMatching(/is empty$/),
    });
  });

  it('that are empty are refused', async () => {
    await expect(
      readSecrets(
        named,
        stores(async () => ' '),
      ),
    ).rejects.toMatchObject({ name: 'ConfigError' });
  });
});
