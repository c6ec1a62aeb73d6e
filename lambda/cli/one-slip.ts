/** Shorter names are too near to each other. */
const shortest = 5;

/**
 * Whether one name is the other with one letter too many, too few, or other, or with two neighbours exchanged: a
 * typing error (Damerau, CACM 7 (3), 1964: four in five are one of these).
 */
export function oneSlipApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === long || short.length < shortest || long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const rest = (text: string, from: number): string => text.slice(same + from);
  if (short.length < long.length) return rest(short, 0) === rest(long, 1);
  const exchanged = short[same] === long[same + 1] && short[same + 1] === long[same];
  return rest(short, 1) === rest(long, 1) || (exchanged && rest(short, 2) === rest(long, 2));
}
