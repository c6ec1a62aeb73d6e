import { type ChatView, fitted, linesWithin } from './chat.ts';

/** Bytes of a message: Teams says 28 kB, and refuses some from 21 kB on. */
const mostBytes = 20_000;
const mostFacts = 8;

interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly size?: 'Large' | 'Small';
  readonly weight?: 'Bolder';
  readonly color?: 'Warning';
  readonly isSubtle?: true;
}

interface FactSet {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

export interface TeamsMessage {
  readonly type: 'message';
  readonly attachments: readonly [
    {
      readonly contentType: 'application/vnd.microsoft.card.adaptive';
      readonly contentUrl: null;
      readonly content: {
        readonly body: readonly (TextBlock | FactSet)[];
        readonly [property: string]: unknown;
      };
    },
  ];
}

/**
 * The message to a Teams workflow: an Adaptive Card 1.4. Its text is Markdown, in which only links could harm: they are
 * taken apart by a blank, since not every Teams program respects a backslash. Runs of text without Markdown (`TextRun`)
 * are refused by some webhooks: https://github.com/microsoft/AdaptiveCards/issues/8804.
 */
export const teamsMessage = (view: ChatView): TeamsMessage =>
  fitted((room) => messageOf(view, room), 3_000, mostBytes);

/** @param room characters of one block */
function messageOf(view: ChatView, room: number): TeamsMessage {
  const { correction, page } = view;
  const block = (lines: readonly string[], look: Omit<TextBlock, 'type' | 'text' | 'wrap'> = {}) =>
    lines.length === 0
      ? []
      : [{ type: 'TextBlock' as const, text: within(lines, room), wrap: true as const, ...look }];
  const body = [
    ...block([view.title], { size: 'Small', isSubtle: true }),
    ...(correction === null
      ? []
      : block([correction.title, ...correction.items.map(listed), correction.verdict], { color: 'Warning' })),
    ...block(
      view.warnings.map(({ name, text }) => `${name}: ${text}`),
      { color: 'Warning' },
    ),
    ...block([view.verdict], { size: 'Large', weight: 'Bolder' }),
    ...block(view.supporting),
    ...(view.keys.length === 0
      ? []
      : [
          {
            type: 'FactSet' as const,
            facts: view.keys.slice(0, mostFacts).map((key) => factOf(key, room / 3)),
          },
        ]),
    ...(view.changes.length === 0 ? [] : block([view.since], { weight: 'Bolder' })),
    ...block(view.changes.map(listed)),
    ...block([view.closing], { size: 'Small', isSubtle: true }),
  ];
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: within([`${view.title}: ${view.verdict}`], room),
    msteams: { width: 'Full' },
    body,
    ...(page === null
      ? {}
      : { actions: [{ type: 'Action.OpenUrl', title: 'Read the whole briefing', url: page }] }),
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

const listed = (text: string): string => `- ${text}`;

/** Single line ends are lost on the way: each line is a paragraph. */
const within = (lines: readonly string[], room: number): string =>
  linesWithin(lines, room, {
    separator: '\n\n',
    written: (text) => text.replaceAll('](', '] (').replaceAll(']:', '] :'),
  });

const factOf = ({ label, value, below }: ChatView['keys'][number], room: number) => ({
  title: within([label], room),
  value: within([below === '' ? value : `${value} (${below})`], room),
});
