import { type Report, report } from '../report/schema.ts';
import { checked, parsedJson } from './bytes.ts';

/**
 * `report.json`, by its schema. Three thousand figures are most of it: they are looked at here, in a tenth of the time that
 * the schema takes, and by the schema where one of them is not as it should be, for the message.
 * @param place where it lies, for the message
 * @throws ArchiveError naming the document and the field
 */
export function readReport(bytes: Uint8Array, place: string): Report {
  const document = parsedJson(bytes, place);
  if (!hasFigures(document)) return checked(report, document, place);
  const { figures } = document;
  return { ...checked(report, { ...document, figures: {} }, place), figures };
}

function hasFigures(document: unknown): document is Pick<Report, 'figures'> {
  const figures = isObject(document) ? document.figures : null;
  // The schema leaves out an id of that name, which would be taken for something else.
  if (!isObject(figures) || Object.hasOwn(figures, '__proto__')) return false;
  return Object.values(figures).every(isFigure);
}

const statuses: ReadonlySet<unknown> = new Set(report.shape.figures.valueType.shape.status.options);
const isText = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema of a figure, field by field; a test holds the two together. */
function isFigure(of: unknown): boolean {
  if (!isObject(of)) return false;
  const { value, unit, asOf, status, method, inputs, source, reason } = of;
  return (
    (value === null || isText(value) || Number.isFinite(value)) &&
    isText(unit) &&
    isText(asOf) &&
    isText(method) &&
    isText(source) &&
    statuses.has(status) &&
    Array.isArray(inputs) &&
    inputs.every(isText) &&
    (isText(reason) || !('reason' in of)) &&
    Object.keys(of).length === (reason === undefined ? 7 : 8)
  );
}
