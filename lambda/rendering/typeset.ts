import type { Report } from '../briefing/report.ts';
import { renderHtml } from './html.ts';

/**
 * Sets a report as the bytes of its HTML page.
 *
 * @param json the same report as the bytes of its `report.json`, for whoever sets it elsewhere
 * @throws Error as `renderHtml`
 */
export type Typeset = (report: Report, json: Uint8Array) => Promise<Uint8Array>;

/** Sets here and now. */
export const typesetHere: Typeset = async (report) => pageBytes(report);

export function pageBytes(report: Report): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(renderHtml(report));
}
