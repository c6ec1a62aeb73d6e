import { type ChatView, endedAtWord, fitted, linesWithin } from './chat.ts';

/** Characters that Slack takes in a header, and two thirds of what it takes in a section: Block Kit's reference. */
const longest = { header: 150, block: 2_000 } as const;
/** The whole message: https://github.com/slackapi/bolt-js/issues/2509. */
const mostBytes = 13_000;
/** Slack takes ten; two a row of a phone. */
const mostFields = 8;

type Text =
  | { readonly type: 'plain_text'; readonly text: string; readonly emoji: false }
  | { readonly type: 'mrkdwn'; readonly text: string; readonly verbatim: true };

type Block =
  | { readonly type: 'header'; readonly text: Text }
  | { readonly type: 'section'; readonly text: Text }
  | { readonly type: 'section'; readonly fields: readonly Text[] }
  | { readonly type: 'context'; readonly elements: readonly Text[] }
  | { readonly type: 'actions'; readonly elements: readonly unknown[] };

export interface SlackMessage {
  /** What notifications and screen readers say. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/**
 * The message to a Slack webhook. Text from providers stays text: the three characters with which Slack marks mentions,
 * links and commands are written as entities, and nothing is looked for in what remains (`verbatim`).
 */
export const slackMessage = (view: ChatView): SlackMessage =>
  fitted((room) => messageOf(view, room), longest.block, mostBytes);

/** @param room characters of one block */
function messageOf(view: ChatView, room: number): SlackMessage {
  const { correction, page, verdict } = view;
  const head = endedAtWord(verdict, longest.header, escaped);
  const supporting = head === escaped(verdict) ? view.supporting : [verdict, ...view.supporting];
  const lines = (texts: readonly string[], title?: string): Block[] => {
    const text = linesWithin(texts, room, { written: escaped });
    return texts.length === 0
      ? []
      : [{ type: 'section', text: marked(title === undefined ? text : `${bold(title)}\n${text}`) }];
  };
  const context = (text: string): Block => ({
    type: 'context',
    elements: [marked(endedAtWord(text, room, escaped))],
  });
  const fieldOf = ({ label, value, below }: ChatView['keys'][number]): Text => {
    const [name, ...rest] = [label, value, ...(below === '' ? [] : [below])].map((text) =>
      endedAtWord(text, room / 4, escaped),
    );
    return marked([`*${name}*`, ...rest].join('\n'));
  };
  const fields = view.keys.slice(0, mostFields).map(fieldOf);
  return {
    text: endedAtWord(
      [...view.warnings.map(({ name }) => name), view.title, verdict].join(' · '),
      room,
      escaped,
    ),
    blocks: [
      ...(correction === null
        ? []
        : lines([...correction.items.map(listed), correction.verdict], correction.title)),
      { type: 'header', text: { type: 'plain_text', text: head, emoji: false } },
      context(view.title),
      ...lines(view.warnings.map(({ name, text }) => `${name}: ${text}`)),
      ...lines(supporting),
      ...(fields.length === 0 ? [] : [{ type: 'section', fields } as const]),
      ...lines(view.changes.map(listed), view.since),
      ...(page === null ? [] : [button(page)]),
      context(view.closing),
    ],
    unfurl_links: false,
    unfurl_media: false,
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const bold = (text: string): string => `*${endedAtWord(text, longest.header, escaped)}*`;
const listed = (text: string): string => `• ${text}`;
const marked = (text: string): Text => ({ type: 'mrkdwn', text, verbatim: true });

function button(url: string): Block {
  const text: Text = { type: 'plain_text', text: 'Read the whole briefing', emoji: false };
  return { type: 'actions', elements: [{ type: 'button', text, url }] };
}
