import { formatDate, formatShortDate } from '../../../briefing/words/date.ts';
import { chainFrom, type Link, withDigest } from '../../../catalogue/proof.ts';
import { at, loadIndex, loadRecord } from '../data.ts';
import { el, link, note, section, table } from '../dom.ts';

/** Links of a chain that are listed. */
const listed = 12;

/** Which report the digits of a mail belong to, the chain behind it, and a place to hash a copy of it. */
export async function proofOf(digits: string): Promise<readonly Node[]> {
  const index = await loadIndex();
  const records = await Promise.all((index?.years ?? []).map(({ year }) => loadRecord(year)));
  const all = records.flatMap((record) => record?.sessions ?? []);
  const found = withDigest(all, digits);
  if (found.length === 0)
    return [
      note(
        `No report of this archive has a SHA-256 that begins with ${digits.toLowerCase()}. A mail that names it was not made from this archive, or what it was made from was replaced.`,
      ),
    ];
  return found.flatMap((one) => {
    const { links, broken } = chainFrom(one, all);
    const rows = links
      .slice(0, listed)
      .map((step) => [
        link(formatShortDate(step.session), at(`reports/${step.session}/index.html`)),
        `r${step.revision}`,
        el('code', {}, step.digest),
        el('code', {}, step.previous ?? 'the first'),
      ]);
    const finding =
      broken === null
        ? `The chain is whole: ${links.length} reports, each made after the one whose digits it names, back to ${formatDate(links.at(-1)!.session)}.`
        : `The chain breaks after ${links.length} reports: one names ${broken}, and no report of the archive has these digits.`;
    return [
      note(`These digits are those of revision ${one.revision} of ${formatDate(one.session)}.`),
      el('p', {}, finding),
      section('rehash', 'Hash it yourself', 'Nothing leaves this page', rehash(one, digits)),
      section(
        'chain',
        'The chain',
        '',
        table('Chain of reports', ['Session', 'Revision', 'Digits', 'Compared with'], rows),
      ),
    ];
  });
}

/** A file that the reader drops or chooses is hashed here, by the browser's own SHA-256. */
function rehash(of: Link, digits: string): HTMLElement {
  const input = el('input', { type: 'file', accept: '.json' });
  const answer = note('');
  const check = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    answer.textContent = hex.startsWith(digits.toLowerCase())
      ? `${file.name} is that report: its SHA-256 is ${hex}.`
      : `${file.name} is another file: its SHA-256 is ${hex}.`;
  };
  input.addEventListener('change', () => void check(input.files?.[0]));
  const drop = el(
    'div',
    { class: 'drop' },
    el(
      'label',
      {},
      'Drop ',
      link('report.json', at(`reports/${of.session}/r${of.revision}/report.json`)),
      ' here, once saved, or choose it: ',
      input,
    ),
    answer,
  );
  drop.addEventListener('dragover', (event) => event.preventDefault());
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    void check(event.dataTransfer?.files[0]);
  });
  return drop;
}
