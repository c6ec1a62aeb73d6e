import { openPrinter, type PrinterOptions } from './pdf.ts';
import type { Printer } from './printer.ts';

/**
 * Several printers as one: a browser lays out and prints on one processor, so two print twice as much in the same
 * time. Each print goes to the printer that has least to do; which one it is makes no difference to the bytes.
 */
export function openPrinters(count: number, options: PrinterOptions = {}): Printer {
  const printers = Array.from({ length: count }, () => ({ printer: openPrinter(options), waiting: 0 }));
  return {
    print: async (html, print) => {
      const idlest = printers.reduce((best, other) => (other.waiting < best.waiting ? other : best));
      idlest.waiting += 1;
      try {
        return await idlest.printer.print(html, print);
      } finally {
        idlest.waiting -= 1;
      }
    },
    close: async () => {
      await Promise.all(printers.map(({ printer }) => printer.close()));
    },
  };
}
