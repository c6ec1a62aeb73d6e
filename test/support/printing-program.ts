import 'proper-lockfile'; // As in the command line: it listens to the same signals.
import { openPrinter } from '../../lambda/rendering/pdf.ts';

/** Prints one page in the workspace of its first argument, says so, and stays with the printer open. */
const printer = openPrinter({ workspace: process.argv[2]! });
await printer.print('<p>page</p>', {
  title: 'Page',
  language: 'en',
  date: '2025-12-31T22:50:00Z',
  paper: 'A4',
  header: '<span></span>',
  footer: '<span></span>',
});
process.send?.('printed');
process.once('message', () => process.exit(0));
setTimeout(() => undefined, 60_000);
