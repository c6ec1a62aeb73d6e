/** Query parameters and headers that carry a key with some provider. */
const secretNames =
  /^(api_?key|apikey|key|token|api_token|access_token|auth|registrationkey|userid|access_key|authorization|apca-.*)$/i;

const mask = 'REDACTED';

/** Shorter values would blot out ordinary words. */
const leastSecret = 6;
/** A provider may show a part of a key: a run of this many of its characters is hidden, too. */
const leastRun = 8;
/** Every run of {@link leastRun} characters holds one whole piece of this length that begins at a multiple of it. */
const piece = 4;

/** An address without user, password or fragment, or any parameter that carries a key, by its name or its value. */
export function redactUrl(address: string, secrets: readonly string[] = []): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  url.hash = '';
  for (const name of [...url.searchParams.keys()])
    if (secretNames.test(name)) url.searchParams.set(name, mask);
  return redactText(url.href, secrets);
}

/**
 * A text in which no secret is left: plain, in another case, cut short, or in any of the escapes of addresses,
 * JSON and HTML, also twice over, or as base64 (`Basic …`). Linear in the text.
 *
 * @param secrets values to hide; those under 6 characters are ignored
 */
export function redactText(text: string, secrets: readonly string[]): string {
  const sought = secrets.filter(({ length }) => length >= leastSecret);
  if (sought.length === 0 || text === '') return text;
  const runs = sought.flatMap((secret) => [
    ...runsOf(text, secret),
    ...encoded(secret).flatMap((form) => runsOf(text, form)),
  ]);
  return runs.length === 0 ? text : blotted(text, runs);
}

/** Bytes in which no secret is left; the same bytes when there was none. */
export function redactBytes(bytes: Uint8Array, secrets: readonly string[]): Uint8Array {
  if (secrets.length === 0) return bytes;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const clean = redactText(text, secrets);
  return clean === text ? bytes : Buffer.from(clean, 'latin1');
}

type Run = readonly [start: number, end: number];

/** Base64 of a secret wherever it lies in a longer text, as in `Basic base64(user:key)`. */
function encoded(secret: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.from(`${'\0'.repeat(before)}${secret}`)
      .toString('base64')
      .replace(/=+$/, '');
    // The first letters also hold what comes before, the last one what comes after.
    const certain = whole.slice(before === 0 ? 0 : before + 1, -1);
    return [certain, certain.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Where a text holds a secret, or a run of it, in any of its escapes. */
function runsOf(text: string, secret: string): Run[] {
  const wanted = folded(secret);
  const found = [...runsIn(folded(text), wanted)];
  if (!/[%\\&]/.test(text)) return found;
  // Escapes can lie within escapes: `%252F`, `\u0026#47;`.
  let layer: Layer = { text, at: null };
  for (let depth = 0; depth < 3; depth += 1) {
    const next = unescaped(layer);
    if (next.text === layer.text) break;
    layer = next;
    for (const [start, end] of runsIn(folded(layer.text), wanted))
      found.push([layer.at?.[start] ?? start, layer.at?.[end] ?? end]);
  }
  return found;
}

/** In one case, and with the space that a form's `+` becomes; every character keeps its place. */
const folded = (text: string): string =>
  text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).replaceAll('+', ' ');

function* runsIn(text: string, secret: string): Generator<Run> {
  if (text.length < secret.length && text.length < leastRun) return;
  const least = Math.min(leastRun, secret.length);
  const size = Math.min(piece, secret.length);
  for (let offset = 0; offset + size <= secret.length; offset += size) {
    const seed = secret.slice(offset, offset + size);
    for (let at = text.indexOf(seed); at >= 0; at = text.indexOf(seed, at + 1)) {
      let [start, before] = [at, offset];
      while (before > 0 && start > 0 && text[start - 1] === secret[before - 1]) {
        start -= 1;
        before -= 1;
      }
      let [end, after] = [at + size, offset + size];
      while (after < secret.length && end < text.length && text[end] === secret[after]) {
        end += 1;
        after += 1;
      }
      if (end - start >= least) yield [start, end];
    }
  }
}

/** A text with one layer of escapes undone, and for each place of it the place in the original; null where they agree. */
interface Layer {
  readonly text: string;
  readonly at: Uint32Array | null;
}

const escapes =
  /%([0-9a-f]{2})|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|&#x([0-9a-f]{1,6});|&#(\d{1,7});|&(amp|sol|plus|equals|lt|gt|quot|apos|colon);|\\(["'/\\])/gi;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  sol: '/',
  plus: '+',
  equals: '=',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  colon: ':',
};

function unescaped({ text, at }: Layer): Layer {
  const parts: string[] = [];
  const places = new Uint32Array(text.length + 1);
  let length = 0;
  const original = (place: number) => at?.[place] ?? place;
  const keep = (from: number, to: number) => {
    parts.push(text.slice(from, to));
    for (let place = from; place < to; place++) places[length++] = original(place);
  };
  let from = 0;
  for (const found of text.matchAll(escapes)) {
    keep(from, found.index);
    const [whole, percent, wide, narrow, hex, decimal, entity, plain] = found;
    const code = percent ?? wide ?? narrow ?? hex;
    const letter =
      code !== undefined
        ? letterOf(Number.parseInt(code, 16))
        : decimal !== undefined
          ? letterOf(Number(decimal))
          : entity !== undefined
            ? (entities[entity.toLowerCase()] ?? '')
            : (plain ?? '');
    parts.push(letter);
    places[length++] = original(found.index);
    from = found.index + whole.length;
  }
  keep(from, text.length);
  places[length] = original(text.length);
  return { text: parts.join(''), at: places };
}

/** One place a letter; what lies beyond cannot be part of a key, which is Latin-1. */
const letterOf = (code: number): string => String.fromCharCode(code > 0 && code <= 0xff ? code : 0xff);

function blotted(text: string, runs: readonly Run[]): string {
  let clean = '';
  let done = 0;
  let [start, end] = [-1, -1];
  const close = () => {
    if (start < 0) return;
    clean += text.slice(done, start) + mask;
    done = end;
  };
  for (const [from, to] of runs.toSorted((a, b) => a[0] - b[0])) {
    if (start >= 0 && from <= end) end = Math.max(end, to);
    else {
      close();
      [start, end] = [from, to];
    }
  }
  close();
  return clean + text.slice(done);
}
