/** Other names of the indices that the edition has under Yahoo's. */
const otherNames: Readonly<Record<string, string>> = {
  SPX: 'GSPC',
  INX: 'GSPC',
  COMP: 'IXIC',
  NDQ: 'IXIC',
};

/**
 * A symbol without what its writers add: an exchange or a kind before a colon (`NYSEARCA:IWM`), `.US` or ` US Equity`
 * behind, the mark of an index (`^`, `_`, `$`, `.`), small letters.
 */
export function plainSymbol(text: string): string {
  const bare = text
    .trim()
    .toUpperCase()
    .replace(/^.*:/, '')
    .replace(/[.\s_-]US( EQUITY)?$/, '')
    .replace(/^[\^_$.]/, '');
  return otherNames[bare] ?? bare;
}

export const sameSymbol = (one: string, other: string): boolean => plainSymbol(one) === plainSymbol(other);
