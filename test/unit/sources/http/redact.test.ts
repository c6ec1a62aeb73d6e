import { describe, expect, it } from 'vitest';
import { redactBytes, redactText, redactUrl } from '../../../../lambda/sources/http/redact.ts';

const key = 'abcdefgh/12345678+ZYXW&q';
const percent = encodeURIComponent(key);
const hexOf = (letter: string) => letter.charCodeAt(0).toString(16).padStart(4, '0');

/** Every form in which a provider may echo a key. */
const forms: readonly (readonly [string, string])[] = [
  ['as it is', key],
  ['in capitals', key.toUpperCase()],
  ['percent-encoded', percent],
  ['percent-encoded in small letters', percent.replace(/%../g, (code) => code.toLowerCase())],
  ['percent-encoded twice', encodeURIComponent(percent)],
  ['as a form field', new URLSearchParams({ k: key }).toString().slice(2)],
  ['decoded from a form, with its plus a space', key.replace('+', ' ')],
  ['in JSON with escaped slashes', JSON.stringify(key).slice(1, -1).replaceAll('/', '\\/')],
  ['in JSON with numbered letters', [...key].map((letter) => `\\u${hexOf(letter)}`).join('')],
  ['in JSON with one numbered letter', key.replace('/', '\\u002f')],
  ['in HTML', key.replaceAll('&', '&amp;').replaceAll('/', '&#47;')],
  ['in HTML with hexadecimal numbers', key.replaceAll('/', '&#x2F;').replaceAll('+', '&plus;')],
  ['in JSON in HTML', key.replaceAll('/', '\\u0026#47;')],
  ['in base64', Buffer.from(key).toString('base64')],
  ['in base64 for addresses', Buffer.from(key).toString('base64url')],
  ['as the password of Basic', Buffer.from(`user:${key}`).toString('base64')],
  ['as the name of Basic', Buffer.from(`${key}:`).toString('base64')],
  ['in base64 after two letters', Buffer.from(`ab${key}`).toString('base64')],
];

describe('a key', () => {
  it.each(forms)('%s leaves a text and bytes', (_, echoed) => {
    const text = `bad key "${echoed}", sorry`;
    expect(redactText(text, [key])).toMatch(/^bad key ".{0,8}REDACTED.{0,8}", sorry$/);
    expect(Buffer.from(redactBytes(Buffer.from(text), [key])).toString()).toMatch(/REDACTED/);
  });

  it('that is cut short is hidden from eight characters on', () => {
    for (const [from, to] of [
      [0, 8],
      [3, 11],
      [9, 17],
      [5, key.length],
    ] as const)
      expect(redactText(`key ${key.slice(from, to)}… is bad`, [key])).toBe('key REDACTED… is bad');
    expect(redactText(`key ${key.slice(0, 7)}… is bad`, [key])).toBe('key abcdefg… is bad');
  });

  it('of six characters is hidden whole, and a shorter one is left: it would blot out words', () => {
    expect(redactText('of sesame here', ['sesame'])).toBe('of REDACTED here');
    expect(redactText('of sesam here', ['sesam'])).toBe('of sesam here');
  });

  it('leaves text around it, and text without it, as they were', () => {
    expect(redactText(`ü ${key}${key} 漢`, [key])).toBe('ü REDACTED 漢');
    const clean = Buffer.from('%41\\u0042&amp; nothing here');
    expect(redactBytes(clean, [key])).toBe(clean);
    expect(redactText('', [key])).toBe('');
  });

  it('leaves an address by its name, its value, as user, password and fragment', () => {
    expect(redactUrl('https://u:p@api.example.org/x?id=DGS2&api_key=a%2Fb&token=c&access_token=d#e')).toBe(
      'https://api.example.org/x?id=DGS2&api_key=REDACTED&token=REDACTED&access_token=REDACTED',
    );
    expect(redactUrl(`https://api.example.org/${percent}/x?mine=${percent}`, [key])).toBe(
      'https://api.example.org/REDACTED/x?mine=REDACTED',
    );
  });
});
