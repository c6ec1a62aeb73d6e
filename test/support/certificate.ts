import { generateKeyPairSync, sign } from 'node:crypto';

/** One element of DER: tag, length, content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

const hex = (digits: string) => Buffer.from(digits, 'hex');
const text = (value: string) => Buffer.from(value, 'latin1');
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
/** 1.3.101.112, Ed25519: RFC 8410. */
const algorithm = sequence(der(0x06, hex('2b6570')));
const name = sequence(der(0x31, sequence(der(0x06, hex('550403')), der(0x0c, text('localhost')))));

/** A certificate for an address of this machine and localhost that signs itself, newly made: RFC 5280. For servers of a test. */
export function ownCertificate(address = '127.0.0.1'): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const names = sequence(
    der(0x82, text('localhost')),
    der(0x87, Buffer.from(address.split('.').map(Number))),
  );
  const extension = sequence(der(0x06, hex('551d11')), der(0x04, names));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    sequence(der(0x17, text('200101000000Z')), der(0x17, text('491231235959Z'))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension)),
  );
  const signed = sequence(body, algorithm, der(0x03, Buffer.from([0]), sign(null, body, privateKey)));
  const lines = signed.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  };
}
