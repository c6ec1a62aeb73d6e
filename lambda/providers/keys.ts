import { type Listed, type ProviderName, providerNames, providers } from './index.ts';

type Keyed = Extract<Listed, { key: object }>;
type VariablesIn<V> = V extends string ? V : V[keyof V];
type KeyOf<V> = V extends string ? string : { readonly [Part in keyof V]: string };

/** An environment variable that holds a key or a part of one. */
export type KeyVariable = VariablesIn<Keyed['key']['variable']>;

/** Keys of providers that take one, by their names. None is needed; each makes the briefing better or surer. */
export type Keys = { readonly [P in Keyed as P['name']]?: KeyOf<P['key']['variable']> };

interface KeyedProvider {
  readonly name: Keyed['name'];
  readonly title: string;
  /** Without it the provider is not asked. */
  readonly required: boolean;
  /** The variables of its key by the parts of the key; by `''` where it has one part. */
  readonly parts: ReadonlyMap<string, KeyVariable>;
  /** Other first words that its variables are looked for under. */
  readonly alsoCalled: readonly string[];
}

export const keyedProviders: readonly KeyedProvider[] = providerNames.flatMap((name) => {
  const { title, key } = providers[name];
  if (key === undefined) return [];
  const parts = typeof key.variable === 'string' ? [['', key.variable]] : Object.entries(key.variable);
  return [
    {
      name: name as Keyed['name'],
      title,
      required: key.optional !== true,
      parts: new Map(parts as [string, KeyVariable][]),
      alsoCalled: key.alsoCalled ?? [],
    },
  ];
});

export const keyVariables: readonly KeyVariable[] = keyedProviders.flatMap(({ parts }) => [
  ...parts.values(),
]);

const variablesOf = ({ parts }: KeyedProvider): string => [...parts.values()].join(' and ');

/** The variables of the key that a provider is not asked without; null where it is set or none is needed. */
export function missingKeyOf(provider: ProviderName, keys: Keys): string | null {
  const keyed = keyedProviders.find(({ name }) => name === provider);
  return keyed?.required && keys[keyed.name] === undefined ? variablesOf(keyed) : null;
}

/** Of a key in parts some of which are set: a sentence that names all its parts. Null when each key is whole or absent. */
export function partlySet(isSet: (variable: KeyVariable) => boolean): string | null {
  const partly = keyedProviders.find((keyed) => {
    const set = [...keyed.parts.values()].filter(isSet).length;
    return set > 0 && set < keyed.parts.size;
  });
  return partly === undefined ? null : `${partly.title} wants both ${variablesOf(partly)}`;
}

/** Keys by the values of their variables, where each part of a key has one. */
export function keysFrom(valueIn: (variable: KeyVariable) => string | undefined): Keys {
  const keys: Record<string, string | Record<string, string>> = {};
  for (const { name, parts } of keyedProviders) {
    const values = [...parts].map(([part, variable]) => [part, valueIn(variable)] as const);
    const set = values.filter((entry): entry is readonly [string, string] => entry[1] !== undefined);
    const [first] = set;
    if (first === undefined || set.length < parts.size) continue;
    keys[name] = first[0] === '' ? first[1] : Object.fromEntries(set);
  }
  return keys as Keys;
}

/** Every secret among the keys, for redaction. */
export const secretsOf = (keys: Keys): readonly string[] =>
  Object.values(keys).flatMap((key) => (typeof key === 'string' ? [key] : Object.values(key)));
