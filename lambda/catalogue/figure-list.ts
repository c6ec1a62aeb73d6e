import * as z from 'zod';
import type { Report } from '../report/schema.ts';
import { latestOf } from './index-entry.ts';
import { isCarried } from './revision-figures.ts';

/**
 * `data/figures.js`: what the figures of the newest report are, as `archive.list({…})`: unit, inputs, and the method that
 * defines them.
 */
export const figureList = z.strictObject({
  schema: z.literal('smallcap-briefing-figure-list/1'),
  session: z.iso.date(),
  revision: z.number().int().min(1),
  simulated: z.boolean(),
  title: z.string(),
  methods: z.record(
    z.string(),
    z.strictObject({
      definition: z.string(),
      page: z.string(),
      /** Unit and inputs by id. */
      figures: z.record(z.string(), z.tuple([z.string(), z.array(z.string())])),
    }),
  ),
});

export type FigureList = z.infer<typeof figureList>;

export function figureListOf(report: Report): FigureList {
  const methods: FigureList['methods'] = {};
  for (const [id, { unit, method, inputs }] of Object.entries(report.figures)) {
    if (isCarried(id)) continue;
    const { definition = '', page = '' } = report.methods[method] ?? {};
    methods[method] ??= { definition, page, figures: {} };
    methods[method]!.figures[id] = [unit, inputs];
  }
  return {
    schema: 'smallcap-briefing-figure-list/1',
    session: report.session,
    revision: report.revision,
    simulated: report.marks.simulated,
    title: report.edition.title,
    methods,
  };
}

/** That of the newest report, a real one before any simulated one. Commutative and idempotent. */
export const mergeFigureLists = (known: FigureList | null, added: FigureList): FigureList =>
  known === null ? added : latestOf([known, added])!;
