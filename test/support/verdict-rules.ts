/**
 * What is wrong with a verdict in words, by rules that know nothing of how it is made: the move first, no verb against
 * its sign, one meaning a word. Spaces are plain ones.
 */
export function verdictFaults(verdict: string): string[] {
  const faults: string[] = [];
  const moves = /^IWM ([+−]?[\d.]+) ?%(?:, TNA ([+−]?[\d.]+) ?%)?/.exec(verdict);
  if (moves === null) {
    return /^What .* cannot be said/.test(verdict) ? [] : ['the move is not first'];
  }
  const isDown = moves[1]!.startsWith('−');
  const [day = '', state = ''] = verdict.slice(moves[0].length).split('; ');
  if (isDown && /\b(beat|rise|gain|win)/.test(day)) faults.push('a verb of rising on a fall');
  if (!isDown && /\b(fall|lose|drop)/.test(day)) faults.push('a verb of falling on a rise');
  if (/\blead/.test(day)) faults.push('"lead" is of the state, not of the day');
  if (/\b(beat|trail|ahead|behind)\b/.test(state)) faults.push('a word of the day for the state');
  if (/less than/.test(day) && (isDown ? /behind for/ : /ahead for/).test(day))
    faults.push('the run goes the other way than the day');
  if (/\b(beat|fall less)/.test(day) && /behind for/.test(day))
    faults.push('ahead on the day, behind in its run');
  if (/\b(trail|fall more)/.test(day) && /ahead for/.test(day))
    faults.push('behind on the day, ahead in its run');
  if (/\ba (eighth|eleventh|8\d?th|8\d(st|nd|rd)|11th|18th)\b/.test(day)) faults.push('the article');
  if (/\bcaps\b.*\bcaps\b/.test(state)) faults.push('two leaders');
  return faults;
}
