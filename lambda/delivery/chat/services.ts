import type { ChatView } from '../../rendering/view/chat.ts';
import { slackMessage } from '../../rendering/view/slack.ts';
import { teamsMessage } from '../../rendering/view/teams.ts';

/** What is particular to a chat service: its address, what to post, and how its answers are read. */
export interface ChatService {
  readonly title: string;
  /** Hosts of its webhooks. */
  readonly isHost: (hostname: string) => boolean;
  readonly messageOf: (view: ChatView) => unknown;
  /** Whether an answer says that the message was taken. */
  readonly accepts: (status: number, text: string) => boolean;
  /** The service's own code for what went wrong; null for any other text, which is not quoted. */
  readonly reasonIn: (text: string) => string | null;
  /** Header in which it names a message. */
  readonly idHeader: string;
}

const under = (domain: string) => (hostname: string) => hostname.endsWith(`.${domain}`);
const [logicApps, powerPlatform] = [under('logic.azure.com'), under('environment.api.powerplatform.com')];

export const chatServices = {
  /** https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks: answers `ok`. */
  slack: {
    title: 'Slack',
    isHost: (hostname) => hostname === 'hooks.slack.com' || hostname === 'hooks.slack-gov.com',
    messageOf: slackMessage,
    accepts: (status, text) => status === 200 && text.trim() === 'ok',
    reasonIn: (answer) => /^[a-z_]{1,60}$/.exec(answer.trim())?.[0] ?? null,
    idHeader: 'x-slack-unique-id',
  },
  /** A Workflows webhook; it answers 202 before it posts, so that a receipt says "accepted" at most. */
  teams: {
    title: 'Teams',
    isHost: (hostname) => logicApps(hostname) || powerPlatform(hostname),
    messageOf: teamsMessage,
    accepts: (status) => status === 200 || status === 202,
    reasonIn: (answer) => /"code"\s*:\s*"([A-Za-z]{1,60})"/.exec(answer)?.[1] ?? null,
    idHeader: 'x-ms-workflow-run-id',
  },
} as const satisfies Readonly<Record<string, ChatService>>;

export type ChatName = keyof typeof chatServices;
