/** Query parameters and headers that carry a key with some provider. */
const secretNames =
  /^(api_?key|apikey|token|api_token|registrationkey|userid|access_key|authorization|apca-.*)$/i;

const mask = 'REDACTED';

/** An address without user, password, or any parameter that carries a key. */
export function redactUrl(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()])
    if (secretNames.test(name)) url.searchParams.set(name, mask);
  return url.href;
}

/**
 * A text in which no secret is left, be it plain or percent-encoded: providers echo keys in their error messages.
 *
 * @param secrets values to hide; those under 6 characters are ignored, as they would blot out ordinary words
 */
export function redactText(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < 6) continue;
    clean = clean.replaceAll(secret, mask).replaceAll(encodeURIComponent(secret), mask);
  }
  return clean;
}

/** Bytes in which no secret is left; the same bytes when there was none. */
export function redactBytes(bytes: Uint8Array, secrets: readonly string[]): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const present = secrets.filter(
    (secret) =>
      secret.length >= 6 && (buffer.includes(secret) || buffer.includes(encodeURIComponent(secret))),
  );
  if (present.length === 0) return bytes;
  return Buffer.from(redactText(buffer.toString('latin1'), present), 'latin1');
}
