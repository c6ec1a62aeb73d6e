import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { RenderError } from '../../../../lambda/errors.ts';
import { finishPdf } from '../../../../lambda/rendering/pdf/finish.ts';
import { renumberNodes } from '../../../../lambda/rendering/pdf/node-names.ts';
import { readObjects } from '../../../../lambda/rendering/pdf/objects.ts';
import { pageCount } from '../../../../lambda/rendering/pdf/page-count.ts';
import { dateString, textString } from '../../../../lambda/rendering/pdf/strings.ts';
import { classicPdf, smallestObjects } from '../../../support/classic-pdf.ts';
import fc from '../../../support/fast-check.ts';
import { openPdf } from '../../../support/pdf.ts';

const metadata = { title: 'Rotation — TNA (31 Dec)', language: 'en-US', date: '2025-12-31T22:50:00Z' };

describe('a finished PDF, read by pdf.js', () => {
  it('carries our title, language, date and name, in both places', async () => {
    const pdf = await openPdf(finishPdf(classicPdf(smallestObjects()), metadata));
    const { info, metadata: xmp } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: 'Rotation — TNA (31 Dec)',
      Language: 'en-US',
      Creator: 'smallcap-briefing',
      Producer: 'smallcap-briefing',
      CreationDate: "D:20251231225000+00'00'",
      ModDate: "D:20251231225000+00'00'",
      PDFFormatVersion: '1.7',
    });
    expect(xmp?.get('dc:title')).toBe('Rotation — TNA (31 Dec)');
    expect(xmp?.get('xmp:createdate')).toBe('2025-12-31T22:50:00Z');
    expect(xmp?.get('xmp:modifydate')).toBe('2025-12-31T22:50:00Z');
  });

  it('keeps every page and what is written on it', async () => {
    const pdf = await openPdf(finishPdf(classicPdf(smallestObjects('Hello')), metadata));
    expect(pdf.numPages).toBe(1);
    const { items } = await (await pdf.getPage(1)).getTextContent();
    expect(items.map((item) => ('str' in item ? item.str : ''))).toEqual(['Hello']);
  });

  it('says how many pages it has as pdf.js counts them; a PDF of another program says nothing', async () => {
    const objects = smallestObjects('Hello');
    const bytes = finishPdf(classicPdf(objects), metadata);
    expect(pageCount(bytes)).toBe((await openPdf(bytes)).numPages);
    expect(pageCount(classicPdf(objects))).toBeNull();
  });

  it('depends on its content only, not on clock or process', () => {
    const first = classicPdf(smallestObjects('Hello', { clock: '20260101000000', node: 8 }));
    const second = classicPdf(smallestObjects('Hello', { clock: '20270202020202', node: 8316 }));
    expect(Buffer.from(first).equals(second)).toBe(false);
    expect(Buffer.from(finishPdf(first, metadata))).toEqual(Buffer.from(finishPdf(second, metadata)));
    const other = finishPdf(classicPdf(smallestObjects('Hullo')), metadata);
    expect(Buffer.from(other).equals(finishPdf(first, metadata))).toBe(false);
  });

  it('has an identifier that changes with the content', async () => {
    const of = async (text: string) =>
      (await openPdf(finishPdf(classicPdf(smallestObjects(text)), metadata))).fingerprints[0];
    expect(await of('Hello')).toBe(await of('Hello'));
    expect(await of('Hello')).not.toBe(await of('Hullo'));
  });

  it('keeps any bytes in streams as they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const objects = smallestObjects();
        const data = Buffer.from(bytes).toString('latin1');
        objects.set(9, `<</Type /EmbeddedFile /Length ${bytes.length}>>\nstream\n${data}\nendstream`);
        objects.set(10, '<</Type /Filespec /F (a) /EF <</F 9 0 R>>>>');
        objects.set(11, '<</EmbeddedFiles <</Names [(a) 10 0 R]>>>>');
        objects.set(1, objects.get(1)!.replace(/>>$/, ' /Names 11 0 R>>'));
        const pdf = await openPdf(finishPdf(classicPdf(objects), metadata));
        const found = await pdf.getAttachments();
        expect(Buffer.from(found.a.content)).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 50 },
    );
  });

  it('packs what is not a stream into compressed streams', () => {
    const objects = smallestObjects();
    for (let number = 20; number < 1020; number += 1)
      objects.set(number, `<</Type /StructElem /K ${number}>>`);
    const plain = classicPdf(objects);
    const finished = finishPdf(plain, metadata);
    expect(finished.length).toBeLessThan(plain.length / 4);
    const text = Buffer.from(finished).toString('latin1');
    const packed = [...text.matchAll(/\/ObjStm[^>]*>>\nstream\n/g)].map(({ index, 0: head }) =>
      inflateSync(Buffer.from(text.slice(index + head.length), 'latin1')).toString('latin1'),
    );
    expect(packed.join('').match(/StructElem \/K/g)).toHaveLength(1000);
  });
});

describe('a PDF of another make', () => {
  const refused: readonly [string, Uint8Array][] = [
    ['empty', new Uint8Array()],
    ['HTML', Buffer.from('<html></html>')],
    ['cut short', classicPdf(smallestObjects()).slice(0, -40)],
    [
      'revised',
      Buffer.from(
        Buffer.from(classicPdf(smallestObjects())).toString('latin1').replace('/Root', '/Prev 9 /Root'),
        'latin1',
      ),
    ],
    [
      'with shifted objects',
      Buffer.from(
        Buffer.from(classicPdf(smallestObjects())).toString('latin1').replace('2 0 obj', '2 0 obq'),
        'latin1',
      ),
    ],
  ];
  it.each(refused)('is refused when it is %s', (_, bytes) => {
    expect(() => finishPdf(bytes, metadata)).toThrow(RenderError);
  });
});

describe('names of nodes', () => {
  /** A tree of two elements, which Chromium numbered so. */
  const numbered = (first: number, second: number): ReadonlyMap<number, string> => {
    const [a, b] = [first, second].map((number) => `(node${String(number).padStart(8, '0')})`);
    const tree = first < second ? `${a} 20 0 R ${b} 21 0 R` : `${b} 21 0 R ${a} 20 0 R`;
    const limits = first < second ? `${a} ${b}` : `${b} ${a}`;
    const more = new Map([
      [7, '<<>>'],
      [20, `<</ID ${a}>>`],
      [21, `<</ID ${b} /Headers [${a}]>>`],
      [22, `<</Limits [${limits}] /Names [${tree}]>>`],
      [23, `<</Length 14>>\nstream\n${a}\nendstream`],
    ]);
    return renumberNodes(readObjects(classicPdf(smallestObjects('x', { more })))).bodies;
  };

  it.each([
    [8316, 8400],
    [8400, 8316],
  ])('count from one in the order of the elements, numbered %i and %i by the browser', (first, second) => {
    const bodies = numbered(first, second);
    expect(bodies.get(20)).toBe('<</ID (node00000001)>>');
    expect(bodies.get(21)).toBe('<</ID (node00000002) /Headers [(node00000001)]>>');
    expect(bodies.get(22)).toBe(
      '<</Limits [(node00000001) (node00000002)] /Names [(node00000001) 20 0 R (node00000002) 21 0 R]>>',
    );
    expect(bodies.get(23)).toContain(`(node0000${first})`);
  });
});

describe('strings of a PDF', () => {
  it.each([
    ['Plain', '(Plain)'],
    ['a (b) \\c', '(a \\(b\\) \\\\c)'],
    ['−1 €', '<feff2212003100 2020ac>'.replace(' ', '')],
  ])('%s is written %s', (text, written) => {
    expect(textString(text)).toBe(written);
  });

  it('a date is written in UTC, to the second', () => {
    expect(dateString('2025-12-31T17:50:09.900-05:00')).toBe("(D:20251231225009+00'00')");
  });
});
