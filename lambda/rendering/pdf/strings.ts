/** A PDF text string: plain ASCII in parentheses, anything else as UTF-16 with its mark. (ISO 32000-1, 7.9.2.2.) */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  const utf16 = Buffer.from(text, 'utf16le').swap16();
  return `<feff${utf16.toString('hex')}>`;
}

/** A PDF date in UTC from an ISO 8601 one. @throws RangeError when it is not a date */
export function dateString(iso: string): string {
  const [day, time] = new Date(iso).toISOString().split('T') as [string, string];
  return `(D:${day.replaceAll('-', '')}${time.slice(0, 8).replaceAll(':', '')}+00'00')`;
}

export function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
