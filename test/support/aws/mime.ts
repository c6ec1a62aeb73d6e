/** One attachment of a SendEmail request, as it goes over the wire: bytes in base64. */
export interface RequestAttachment {
  readonly FileName: string;
  readonly ContentType?: string;
  readonly ContentDisposition?: 'ATTACHMENT' | 'INLINE';
  readonly ContentTransferEncoding?: 'BASE64' | 'QUOTED_PRINTABLE' | 'SEVEN_BIT';
  readonly RawContent: string;
}

/**
 * The MIME part that SES makes of an attachment, by the defaults of its API reference ("Attachment"): without a
 * transfer encoding it is SEVEN_BIT, which a mail server takes at its word.
 */
export function mimePartOf(attachment: RequestAttachment): string {
  const bytes = Buffer.from(attachment.RawContent, 'base64');
  const encoding = attachment.ContentTransferEncoding ?? 'SEVEN_BIT';
  const body =
    encoding === 'BASE64'
      ? (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')
      : Buffer.from(bytes.map((byte) => byte & 0x7f)).toString('latin1');
  const names = { BASE64: 'base64', QUOTED_PRINTABLE: 'quoted-printable', SEVEN_BIT: '7bit' } as const;
  return [
    `Content-Type: ${attachment.ContentType ?? 'application/octet-stream'}; name="${attachment.FileName}"`,
    `Content-Transfer-Encoding: ${names[encoding]}`,
    `Content-Disposition: ${(attachment.ContentDisposition ?? 'ATTACHMENT').toLowerCase()}; filename="${attachment.FileName}"`,
    '',
    body,
  ].join('\r\n');
}

/** The content of a MIME part, as a mail program decodes it. */
export function contentOf(part: string): Buffer {
  const end = part.indexOf('\r\n\r\n');
  const body = part.slice(end + 4);
  return /^content-transfer-encoding: base64$/im.test(part.slice(0, end))
    ? Buffer.from(body, 'base64')
    : Buffer.from(body, 'latin1');
}
