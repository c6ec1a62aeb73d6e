import type { Report } from '../briefing/report.ts';

/** Sets a report as the bytes of its HTML page. */
export interface Typesetter {
  /**
   * @param json the report as the bytes of its `report.json`, for whoever sets it elsewhere
   * @throws Error as `renderHtml`
   */
  set(report: Report, json: Uint8Array): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Sets where it is called. */
export const typesetterHere: Typesetter = {
  async set(report) {
    const { renderHtml } = await import('./html.ts');
    return Buffer.from(renderHtml(report));
  },
  close: async () => undefined,
};
