import { beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../../../lambda/briefing/compose.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import { panelOf } from '../../../../lambda/market-data/panel-of.ts';
import { type ChatFacts, chatView } from '../../../../lambda/rendering/view/chat.ts';
import { slackMessage } from '../../../../lambda/rendering/view/slack.ts';
import { teamsMessage } from '../../../../lambda/rendering/view/teams.ts';
import { plainText } from '../../../../lambda/report/plain-text.ts';
import type { Report, Sentence } from '../../../../lambda/report/schema.ts';
import { madeUpMarket } from '../../../support/made-up-market.ts';
import { sampleReport } from '../../../support/sample-report.ts';
import { headerOf } from '../../../support/sentences.ts';

const facts: ChatFacts = {
  digest: '0123456789ab',
  page: 'https://briefing.example.org/reports/2025-12-31/r1/briefing.html',
  correction: null,
};
const correction = {
  title: 'CORRECTED: revision 2 replaces the message of Wed Dec 31, 2025.',
  items: ['IWM, 1 day: +0.11 % → +0.09 %', 'IWM & SPY <5d>: −2.02 → −2.04 pts'],
  verdict: 'The first sentence is the same.',
};

/** Each text of a message with the Slack limit of its place; see docs.slack.dev, reference of Block Kit. */
function slackTexts(report: Report, beside = facts): { text: string; limit: number }[] {
  const message = JSON.parse(JSON.stringify(slackMessage(chatView(report, beside))));
  expect(message.blocks.length).toBeLessThanOrEqual(50);
  expect(message).toMatchObject({ unfurl_links: false, unfurl_media: false });
  const texts = [{ text: message.text, limit: 4_000 }];
  for (const { type, text, fields = [], elements = [] } of message.blocks) {
    expect(fields.length).toBeLessThanOrEqual(8);
    const limit = { header: 150, section: 3_000, context: 3_000, actions: 75 }[type as string] ?? 0;
    if (text !== undefined) texts.push({ text: text.text, limit });
    for (const field of fields) texts.push({ text: field.text, limit: 2_000 });
    for (const element of elements) texts.push({ text: element.text.text ?? element.text, limit });
  }
  return texts;
}

const bytesOf = (message: unknown) => Buffer.byteLength(JSON.stringify(message));

/** A report in which everything that a provider's text can reach is this text. */
function filledWith(text: string): Report {
  const report = sampleReport();
  const sentence: Sentence = { parts: [text], figures: [] };
  return {
    ...report,
    marks: { simulated: true, incomplete: true, incompleteBecause: [text] },
    strip: report.strip.map((item) => ({ ...item, text })),
    front: {
      ...report.front,
      verdict: sentence,
      supporting: Array.from({ length: 9 }, () => sentence),
      notices: [sentence],
      changes: { ...report.front.changes, items: Array.from({ length: 9 }, () => sentence) },
      keys: report.front.keys.map((key) => ({ ...key, label: text, below: sentence })),
    },
  };
}

describe('messages about 125 of 500 sessions of a made-up market', () => {
  const reports: Report[] = [];

  beforeAll(() => {
    const { market, macro, sessions } = madeUpMarket(tna, '2014-03-03', 800, 7);
    const panel = panelOf(tna, market, macro, []);
    const every = sessions.slice(-500).filter((_, i) => i % 4 === 0);
    for (const session of every) reports.push(compose(panel, headerOf(session)));
  });

  it('keep every limit of Slack, and say the whole verdict', () => {
    for (const report of reports) {
      const texts = slackTexts(report);
      for (const { text, limit } of texts) expect(text.length).toBeLessThanOrEqual(limit);
      expect(texts.map(({ text }) => text).join('\n')).toContain(plainText(report.front.verdict));
      expect(bytesOf(slackMessage(chatView(report, facts)))).toBeLessThan(13_200);
    }
  });

  it('keep the limit of Teams, and leave nothing out', () => {
    for (const report of reports) {
      const message = JSON.stringify(teamsMessage(chatView(report, facts)));
      expect(Buffer.byteLength(message)).toBeLessThanOrEqual(20_000);
      expect(message).not.toContain('more in the briefing');
      for (const sentence of [report.front.verdict, ...report.front.supporting])
        expect(message).toContain(plainText(sentence));
    }
  });
});

describe('a message to Slack', () => {
  it.each([149, 150, 151, 300])(
    'has a verdict of %s characters in its header up to 150, ended at a word',
    (length) => {
      const verdict = 'Small caps lag again. '
        .repeat(20)
        .slice(0, length - 1)
        .concat('X');
      const report = sampleReport();
      const [, header, ...rest] = slackTexts({
        ...report,
        front: { ...report.front, verdict: { parts: [verdict], figures: [] } },
      });
      if (length <= 150) expect(header?.text).toBe(verdict);
      else {
        expect(header?.text).toMatch(/^(Small caps lag again\. ?)+.*[a-z.]…$/);
        expect(header?.text.length).toBeLessThanOrEqual(150);
        expect(verdict.startsWith(header?.text.slice(0, -1) ?? '')).toBe(true);
        // The whole verdict follows.
        expect(rest.some(({ text }) => text.startsWith(verdict))).toBe(true);
      }
    },
  );

  it('counts an entity as what it is written with', () => {
    const verdict = 'S&P '.repeat(37).trim();
    const report = sampleReport();
    const [, header] = slackTexts({
      ...report,
      front: { ...report.front, verdict: { parts: [verdict], figures: [] } },
    });
    expect(header?.text).toMatch(/^(S&amp;P )+S&amp;P…$/);
    expect(header?.text.length).toBeLessThanOrEqual(150);
  });

  it('shows the words of a provider as words, whatever they are', () => {
    const hostile = '<!channel> <https://evil.example|here> <@U1> S&P <img src=x onerror=alert(1)>';
    for (const { text } of slackTexts(filledWith(hostile), { ...facts, correction }))
      expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
    const message = JSON.stringify(slackMessage(chatView(filledWith(hostile), facts)));
    expect(message).toContain('&lt;!channel&gt;');
    expect(message.match(/"mrkdwn"/g)).toHaveLength(message.match(/"verbatim":true/g)?.length ?? 0);
  });

  it.each(['x'.repeat(10_000), 'word '.repeat(3_000), '&<>'.repeat(5_000), '€'.repeat(9_000)])(
    'keeps its limits whatever a provider writes',
    (text) => {
      const report = filledWith(text);
      for (const one of slackTexts(report, { ...facts, correction })) {
        expect(one.text.length).toBeLessThanOrEqual(one.limit);
        expect(one.text).not.toMatch(/&(?!amp;|lt;|gt;)/);
      }
      expect(bytesOf(slackMessage(chatView(report, { ...facts, correction })))).toBeLessThan(13_200);
    },
  );

  it('begins with what it corrects, and links only where there is a page', () => {
    const [first] = slackMessage(chatView(sampleReport(), { ...facts, correction })).blocks;
    expect(JSON.stringify(first)).toContain('CORRECTED: revision 2');
    expect(JSON.stringify(slackMessage(chatView(sampleReport(), { ...facts, page: null })))).not.toContain(
      'http',
    );
  });
});

describe('a message to Teams', () => {
  it('is an Adaptive Card 1.4 in a message, at full width, with the key figures', () => {
    const message = teamsMessage(chatView(sampleReport(), facts));
    expect(message.type).toBe('message');
    const [{ contentType, content }] = message.attachments;
    expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(content).toMatchObject({
      type: 'AdaptiveCard',
      version: '1.4',
      msteams: { width: 'Full' },
      fallbackText: expect.stringContaining('Small caps lag'),
      actions: [{ type: 'Action.OpenUrl', url: facts.page }],
    });
    const set = content.body.find((element) => element.type === 'FactSet');
    expect(set).toMatchObject({
      facts: expect.arrayContaining([{ title: 'TNA', value: '45.54 (−2.30\u202f%)' }]),
    });
    // Runs of text are refused by webhooks.
    expect(JSON.stringify(message)).not.toContain('TextRun');
  });

  it('says first what it corrects', () => {
    const [{ content }] = teamsMessage(chatView(sampleReport(), { ...facts, correction })).attachments;
    const words = JSON.stringify(content.body);
    expect(words.indexOf('CORRECTED: revision 2')).toBeLessThan(words.indexOf('Small caps lag'));
    expect(words.indexOf('CORRECTED: revision 2')).toBeGreaterThan(0);
  });

  it('makes no link of a provider’s words', () => {
    const hostile = 'see [here](https://evil.example) or [this]: https://evil.example';
    const text = JSON.stringify(teamsMessage(chatView(filledWith(hostile), { ...facts, correction })));
    expect(text).toContain('[here] (https');
    expect(text).not.toMatch(/\]\(|\]:/);
  });

  it.each(['x'.repeat(10_000), 'word '.repeat(3_000), '€'.repeat(9_000), '\u{1f600}'.repeat(5_000)])(
    'keeps its limit whatever a provider writes',
    (text) => {
      const message = teamsMessage(chatView(filledWith(text), { ...facts, correction }));
      expect(bytesOf(message)).toBeLessThanOrEqual(20_000);
      expect(JSON.stringify(message).isWellFormed()).toBe(true);
    },
  );
});
