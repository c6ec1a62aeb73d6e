import type { PdfObjects } from './objects.ts';
import { dateString, textString, xmlText } from './strings.ts';

/** What the document says of itself. */
export interface Metadata {
  readonly title: string;
  readonly language: string;
  /** ISO 8601. */
  readonly date: string;
}

const maker = 'smallcap-briefing';

/**
 * Replaces what Chromium wrote about the document: title, language and our name, and the report's date instead of
 * the clock's, in the information dictionary and as XMP.
 */
export function describeDocument(pdf: PdfObjects, metadata: Metadata): PdfObjects {
  const bodies = new Map(pdf.bodies);
  const xmp = Math.max(...bodies.keys()) + 1;
  bodies.set(pdf.info, information(metadata));
  bodies.set(xmp, packet(metadata));
  bodies.set(pdf.root, catalog(bodies.get(pdf.root) ?? '', metadata.language, xmp));
  return { ...pdf, bodies };
}

function information({ title, date }: Metadata): string {
  const at = dateString(date);
  return `<</Title ${textString(title)}\n/Creator (${maker})\n/Producer (${maker})\n/CreationDate ${at}\n/ModDate ${at}>>`;
}

function catalog(body: string, language: string, xmp: number): string {
  const bare = body.replace(/\n?\/(Lang \([^)]*\)|Metadata \d+ 0 R)/g, '');
  return bare.replace(/>>\s*$/, `\n/Lang ${textString(language)}\n/Metadata ${xmp} 0 R>>`);
}

/** Left uncompressed, as the standard asks, so that programs that know no PDF can read it. (ISO 16684-1.) */
function packet({ title, language, date }: Metadata): string {
  const at = `${new Date(date).toISOString().slice(0, 19)}Z`;
  const xml = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${xmlText(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${maker}</xmp:CreatorTool>
<xmp:CreateDate>${at}</xmp:CreateDate>
<xmp:ModifyDate>${at}</xmp:ModifyDate>
<pdf:Producer>${maker}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  const data = Buffer.from(xml, 'utf8').toString('latin1');
  return `<</Type /Metadata /Subtype /XML /Length ${data.length}>>\nstream\n${data}\nendstream`;
}
