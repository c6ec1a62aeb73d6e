import './silence-powertools.ts';
import type { Archive } from '../../../lambda/archive/archive.ts';
import { makeHandler as makeCollectHandler } from '../../../lambda/aws/handlers/collect.ts';
import type { Services } from '../../../lambda/aws/lambda.ts';
import { makeRenderHandler } from '../../../lambda/aws/render-handler.ts';
import { deployedFrom } from '../../../lambda/aws/settings.ts';
import type { Printer } from '../../../lambda/rendering/printer.ts';
import { renderHtmlHere } from '../../../lambda/rendering/render-html.ts';
import { folderSource } from '../../../lambda/sources/files/folder.ts';

/** An archive in place of the bucket, and the defaults of all settings. */
export const servicesOn = (archive: Archive): Services => ({
  deployed: () => deployedFrom({ BRIEFING_BUCKET: 'archive' }),
  withArchive: (_, __, work) => work(archive),
});

/** `collect` from a folder of files in place of the providers. */
export const collectHandlerOf = (archive: Archive, data: string) =>
  makeCollectHandler({ ...servicesOn(archive), openSource: async () => folderSource(data) });

const noTrace = { sweep: async () => undefined, used: async () => 0 };

/** `render` with a PDF for show in place of the browser's, or with another printer. */
export const renderHandlerOf = (
  archive: Archive,
  print: Printer['print'] = async () => Buffer.from('%PDF-1.7'),
) =>
  makeRenderHandler({
    ...servicesOn(archive),
    renderHtml: renderHtmlHere,
    printer: { print, close: async () => undefined },
    temporary: noTrace,
  });
