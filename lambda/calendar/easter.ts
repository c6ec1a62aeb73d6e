import { civil } from './civil.ts';

/** Easter Sunday of a Gregorian year: the anonymous algorithm (Meeus, Astronomical Algorithms, 1991, chapter 8). */
export function easter(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leapless = century % 4;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const rest = year % 100;
  const toSunday = (32 + 2 * leapless + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const count = epact + toSunday - 7 * late + 114;
  return civil(year, Math.floor(count / 31), (count % 31) + 1);
}
