/** A source of random numbers that is the same on every machine for the same seed and name. */
export interface Stream {
  /** Uniform in (0, 1): never 0, so that its logarithm exists. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}

/** FNV-1a, 32 bit (Fowler, Noll, Vo): turns a text into a seed. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/**
 * One stream for each purpose, so that drawing more of one thing changes no other. Uniforms: sfc32 (C.
 * Doty-Humphrey, PractRand, "small fast counting" generator), warmed up by twelve draws. Normals: Box and Muller,
 * Annals of Mathematical Statistics 29 (1958) 610.
 */
export function randomStream(seed: number, name: string): Stream {
  let [a, b, c, counter] = [hash(name), seed | 0, hash(`${name} ${seed}`), 1];
  const draw = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 12; warm++) draw();
  const uniform = () => (draw() + 0.5) / 2 ** 32;
  let spare = Number.NaN;
  const normal = () => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal };
}
