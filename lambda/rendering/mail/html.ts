import Handlebars from 'handlebars';
import { templateFile } from '../assets.ts';
import type { KeyCell, MailImage, MailView } from '../view/mail.ts';
import type { MailTable } from '../view/mail-tables.ts';
import { styles } from './styles.ts';

/** A chart or a table, in the order of the mail: each is one of the two. */
interface MailBlock {
  readonly image: (MailImage & { readonly cid: string }) | null;
  readonly table: MailTable | null;
}

interface Document {
  readonly mail: MailView;
  readonly style: typeof styles;
  readonly keyRows: readonly (readonly KeyCell[])[];
  readonly blocks: readonly MailBlock[];
  readonly hasEnd: boolean;
  readonly padding: string;
}

let template: Handlebars.TemplateDelegate<Document> | undefined;

/** Fills what mail programs show as the first line of a mail, so that no other text of it does. */
const padding = '&#847;&zwnj;&nbsp;'.repeat(40);

/**
 * The HTML part of a mail: tables and inline styles, no script, no font, nothing from elsewhere; images by content id.
 * @param cidOf the content id of an image of the message
 */
export function mailHtml(mail: MailView, cidOf: (image: MailImage) => string): string {
  template ??= Handlebars.compile<Document>(templateFile('mail.hbs'), {
    strict: true,
    knownHelpersOnly: true,
  });
  const [first, second] = mail.images.map(
    (image): MailBlock => ({ image: { ...image, cid: cidOf(image) }, table: null }),
  );
  const tableOf = (table: MailTable | null): MailBlock[] => (table === null ? [] : [{ image: null, table }]);
  return template({
    mail,
    style: styles,
    keyRows: mail.keys.flatMap((_, at) => (at % 2 === 0 ? [mail.keys.slice(at, at + 2)] : [])),
    blocks: [
      ...(first === undefined ? [] : [first]),
      ...tableOf(mail.returns),
      ...tableOf(mail.levels),
      ...(second === undefined ? [] : [second]),
    ],
    hasEnd: mail.page !== null || mail.pdfPage !== null || mail.attached !== '',
    padding,
  });
}
