/** Keys of providers that want one. None is needed; each makes the briefing better or surer. */
export interface Keys {
  readonly tiingo?: string;
  readonly alpaca?: { readonly id: string; readonly secret: string };
  readonly massive?: string;
  readonly fred?: string;
  readonly bls?: string;
  readonly finnhub?: string;
}

/** Every secret among the keys, for redaction. */
export function secretsOf(keys: Keys): readonly string[] {
  const { alpaca, ...plain } = keys;
  return [...Object.values(plain), ...(alpaca === undefined ? [] : [alpaca.id, alpaca.secret])].filter(
    (secret) => secret !== undefined,
  );
}
