import type { Format } from '../../briefing/words/measures.ts';
import { type FormatOf, type FormatRule, formatsBy } from '../../briefing/words/value.ts';
import type { HistoryFile } from '../../catalogue/course.ts';
import type { FigureList } from '../../catalogue/figure-list.ts';
import type { Here } from '../../catalogue/here.ts';
import type { RecordData } from '../../catalogue/record.ts';
import type { RevisionFigures } from '../../catalogue/revision-figures.ts';
import type { MonthRuns, RunMonths } from '../../catalogue/runs.ts';
import type { ArchiveIndex } from '../../catalogue/years.ts';
import type { LoadedYear } from './whole.ts';

/** From this page to the archive's root, and to the site's own files. */
const root = document.body.dataset.root ?? '';
const assets = document.body.dataset.assets ?? '';

const given = new WeakMap<Element, unknown>();
const asked = new Map<string, Promise<unknown>>();
const take = (value: unknown): void => {
  if (document.currentScript !== null) given.set(document.currentScript, value);
};
const names = ['index', 'list', 'year', 'figures', 'history', 'record', 'formats', 'runs', 'months'];
Object.assign(window, { archive: Object.fromEntries(names.map((name) => [name, take])), here: take });

/** The address of a key of the archive, from this page. */
export const at = (key: string): string => root + key;

/**
 * What a data script hands over: a page that was opened from a disk may load scripts and nothing else. Each is loaded once.
 * @returns null when it is not there
 */
function load<T>(address: string): Promise<T | null> {
  const known = asked.get(address);
  if (known !== undefined) return known as Promise<T | null>;
  const loading = new Promise<T | null>((resolve) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve((given.get(script) as T | undefined) ?? null);
    script.onerror = () => resolve(null);
    document.head.append(script);
  });
  asked.set(address, loading);
  return loading;
}

export const loadIndex = () => load<ArchiveIndex>(at('data/index.js'));
export const loadList = () => load<FigureList>(at('data/figures.js'));
export const loadYear = (year: string) => load<LoadedYear>(at(`data/${year}.js`));
export const loadRecord = (year: string) => load<RecordData>(at(`data/record/${year}.js`));
export const loadHere = (session: string) => load<Here>(at(`reports/${session}/here.js`));
export const loadFigures = (session: string, revision: number) =>
  load<RevisionFigures>(at(`reports/${session}/r${revision}/figures.js`));
export const loadHistory = (quarter: string, shard: string) =>
  load<HistoryFile>(at(`data/history/${quarter}/${shard}.js`));

export const loadRunMonths = () => load<RunMonths>(at('data/runs/index.js'));
export const loadRuns = (month: string) => load<MonthRuns>(at(`data/runs/${month}.js`));

/** What the code that wrote the newest page knows of figures: formats, and words for families and claims. */
interface Formats {
  readonly measures: readonly FormatRule[];
  readonly units: Readonly<Record<string, Format>>;
  readonly families: Readonly<Record<string, string>>;
  readonly claims: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const formats = () => load<Formats>(`${assets}formats.js`);

/** The formats of all figures. */
export async function loadFormats(): Promise<FormatOf> {
  const { measures = [], units = {} } = (await formats()) ?? {};
  return formatsBy(measures, units);
}

/** Words for an id: of what its family is, and of its claim; empty where there are none. */
export async function loadWords(edition: string) {
  const { families = {}, claims = {} } = (await formats()) ?? {};
  return {
    family: (name: string): string => families[name] ?? '',
    claim: (id: string): string => claims[edition.toLowerCase()]?.[/^claim\.(\d+)/.exec(id)?.[1] ?? ''] ?? '',
  };
}

export type FigureWords = Awaited<ReturnType<typeof loadWords>>;
