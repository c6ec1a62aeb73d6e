import { files } from '../../archive-layout.ts';
import { chatView } from '../../rendering/view/chat.ts';
import { correctionTo } from '../compose.ts';
import { composed, MessageNotSent, type Notifier } from '../notifier.ts';
import { type ChatName, chatServices } from './services.ts';
import { postToWebhook, type WebhookOptions } from './webhook.ts';

export interface ChatOptions extends Pick<WebhookOptions, 'hosts' | 'tls'> {
  readonly service: ChatName;
  /** Where the webhook's address is kept: names the channel in receipts, whatever address is kept there. */
  readonly secret: string;
  /** Reads the webhook's address when it is needed. */
  readonly address: () => Promise<string>;
  /** Address of the archive where it can be read on the web, without a slash at its end; null without one. */
  readonly site: string | null;
}

/** A channel of Slack or Teams: the front page in brief, once a session, and again where the mail would be corrected. */
export function chatNotifier({ service, secret, address, site, ...options }: ChatOptions): Notifier {
  return {
    channel: service,
    readers: [secret],
    saysTheSame: (now, earlier) => correctionTo(now, earlier, 'message') === null,
    async send({ report, manifest, earlier }) {
      const { session, revision } = report;
      const chat = chatServices[service];
      const message = await composed(() =>
        chat.messageOf(
          chatView(report, {
            digest: (manifest.files[files.report]?.sha256 ?? '').slice(0, 12),
            page: site === null ? null : `${site}/reports/${session}/r${revision}/${files.html}`,
            correction: earlier === null ? null : correctionTo(report, earlier, 'message'),
          }),
        ),
      );
      const webhook = await address().catch((cause: unknown) => {
        throw new MessageNotSent(cause instanceof Error ? cause.message : 'its secret cannot be read', cause);
      });
      return postToWebhook(webhook, message, { service: chat, ...options });
    },
  };
}
