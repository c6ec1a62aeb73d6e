import { working } from '../command.ts';
import { type Define, withPlace } from './common.ts';

export const defineMail: Define = (command, ended) =>
  working(
    withPlace(command)
      .description('write the mail about a published briefing into a file, or send it by a mail server')
      .option('--session <date>', 'session, YYYY-MM-DD (default: the newest that is published)')
      .option('--revision <n>', 'revision (default: the newest)')
      .option(
        '--corrects <n>',
        'the revision that the reader has: the mail begins with what changed since, and answers that one',
      )
      .option('--eml <file>', 'write the mail here and send nothing: any mail program opens it')
      .option('--to <address>', 'the reader')
      .option(
        '--smtp <url>',
        'mail server, smtps://USER:PASSWORD@HOST:465 (default: BRIEFING_SMTP of the environment or .env)',
      )
      .option('--from <address>', 'the sender (default: the account of the mail server)')
      .option(
        '--site <address>',
        'address on the web where the archive can be read, for the button of the mail',
      ),
    ['briefing -- mail --session 2025-12-31 --eml briefing.eml', 'briefing -- mail --to me@example.org'],
    ended,
    async () => (await import('../commands/mail.ts')).mailCommand,
  );
