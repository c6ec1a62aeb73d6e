import { setImmediate } from 'node:timers/promises';
import type { Report } from '../report/schema.ts';
import { assets } from './assets.ts';
import { htmlAround } from './html.ts';
import { validReport } from './valid-report.ts';

/**
 * Sets a report as the bytes of its HTML page.
 *
 * @param json the same report as the bytes of its `report.json`, for the worker, which parses it
 * @throws RenderError when the report is not what its schema says; Error as `renderHtml`
 */
export type RenderHtml = (report: Report, json: Uint8Array) => Promise<Uint8Array>;

/** Sets here and now, with a pause in which a print gets on. */
export const renderHtmlHere: RenderHtml = async (report) => {
  const valid = validReport(report);
  await setImmediate();
  return pageBytes(valid);
};

/** The bytes of `renderHtml`. Its style, half of the page and always the same, is turned into bytes once. */
export function pageBytes(report: Report): Uint8Array<ArrayBuffer> {
  const [before, after] = htmlAround(report);
  styleBytes ??= encoder.encode(assets().style);
  const [head, body] = [encoder.encode(before), encoder.encode(after)];
  const bytes = new Uint8Array(head.length + styleBytes.length + body.length);
  bytes.set(head);
  bytes.set(styleBytes, head.length);
  bytes.set(body, head.length + styleBytes.length);
  return bytes;
}

const encoder = new TextEncoder();
let styleBytes: Uint8Array | undefined;
