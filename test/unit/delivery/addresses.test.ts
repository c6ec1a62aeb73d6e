import { describe, expect, it } from 'vitest';
import { nameless, pseudonym, withoutAddresses, withoutReaders } from '../../../lambda/delivery/addresses.ts';

// SHA-256 of ann@example.org, by sha256sum.
const ann = 'mail-438c4c7afe600cdf';

it('a reader is named by the hash of the address, however that is written', () => {
  expect(pseudonym('mail', 'ann@example.org')).toBe(ann);
  expect(pseudonym('mail', 'Ann@Example.ORG')).toBe(ann);
  expect(pseudonym('mail', 'bob@example.org')).not.toBe(ann);
});

describe('words of a service', () => {
  it('name the reader by the pseudonym, and no other reader', () => {
    const text = 'Address <ANN@example.org> refused; "bob@example.org", (carol@example.com): not verified';
    expect(withoutAddresses(text, 'mail', 'ann@example.org')).toBe(
      `Address <reader ${ann}> refused; "an address", (an address): not verified`,
    );
  });

  it('to a topic name no reader', () => {
    const topic = 'arn:aws:sns:us-east-1:111122223333:briefing';
    expect(withoutAddresses(`${topic} refused ann@example.org`, 'topic', topic)).toBe(
      `${topic} refused an address`,
    );
  });

  it('for everybody have no pseudonym left either', () => {
    expect(withoutReaders(`reader ${ann}, ${ann} and ann@example.org; report 0123456789ab`)).toBe(
      'a reader, a reader and an address; report 0123456789ab',
    );
  });
});

it('an error keeps its name, and loses addresses, cause and fields', () => {
  const cause = new Error('ann@example.org');
  const error = Object.assign(new Error('no ann@example.org', { cause }), {
    name: 'Refused',
    to: 'ann@example.org',
  });
  const clean = nameless(error, 'mail', 'ann@example.org');
  expect(clean).toMatchObject({ name: 'Refused', message: `no reader ${ann}` });
  expect(clean.cause).toBeUndefined();
  expect(clean).not.toHaveProperty('to');
});
