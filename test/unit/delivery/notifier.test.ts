import { describe, expect, it } from 'vitest';
import { asNotSent, composed, MessageNotSent, refuses } from '../../../lambda/delivery/notifier.ts';

const error = (fields: object) => Object.assign(new Error('no'), { name: 'Refused', ...fields });

describe('a service', () => {
  it('refuses with 4xx and 503; its other failures may come after it took the message', () => {
    const statuses = [0, 200, 302, 399, 400, 404, 429, 499, 500, 502, 503, 504];
    expect(statuses.filter(refuses)).toEqual([400, 404, 429, 499, 503]);
  });

  it.each([
    [{ $metadata: { httpStatusCode: 400 } }],
    [{ code: 'ECONNREFUSED' }],
    [{ code: 'ENOTFOUND' }],
    [{ code: 'EAI_AGAIN' }],
    [{ code: 'EHOSTUNREACH' }],
    [{ code: 'ENETUNREACH' }],
  ])('that says %j was certainly sent nothing', (fields) => {
    const cause = error(fields);
    const failure = asNotSent(cause);
    expect(failure).toBeInstanceOf(MessageNotSent);
    expect(failure).toMatchObject({ message: 'Refused: no', cause });
  });

  it.each([
    [{ $metadata: { httpStatusCode: 500 } }],
    [{ code: 'ECONNRESET' }],
    [{ code: 'ETIMEDOUT' }],
    [{}],
  ])('that says %j leaves open whether it took the message', (fields) => {
    const failure = error(fields);
    expect(asNotSent(failure)).toBe(failure);
  });

  it('that throws what is no error leaves it open, too', () => {
    expect(asNotSent({ code: 'ECONNREFUSED' })).toEqual({ code: 'ECONNREFUSED' });
  });
});

it('a message that cannot be composed was certainly not sent', async () => {
  expect(await composed(async () => 7)).toBe(7);
  const cause = new Error('no figure');
  const broken = composed(() => {
    throw cause;
  });
  await expect(broken).rejects.toMatchObject({
    name: 'NotSent',
    message: 'it could not be composed: no figure',
    cause,
  });
});
