import type { Command } from 'commander';
import { type Ended, exitCodeHelp, wellBehaved, working } from '../command.ts';
import type { Define } from './common.ts';

/** `aws` and the commands below it: the deployed stack, by what it says of itself. */
export function defineAws(command: Command, ended: Ended): void {
  const aws = wellBehaved(command)
    .description('run, watch and pause the stack that is deployed in AWS, with your own sign-in')
    .usage('<command>')
    .addHelpText('after', exitCodeHelp());
  defineRun(aws.command('run'), ended);
  defineStatus(aws.command('status'), ended);
  defineBackfill(aws.command('backfill'), ended);
  defineResend(aws.command('resend'), ended);
  defineProbe(aws.command('probe'), ended);
  definePause(aws.command('pause'), ended);
  defineResume(aws.command('resume'), ended);
}

const deployed = (command: Command): Command =>
  command.option('--stack <name>', 'stack (default: the setting stackName of cdk.json, or SmallcapBriefing)');

const defineRun: Define = (command, ended) =>
  working(
    deployed(command)
      .description('start the run of one session, and follow it to its end')
      .option('--session <date>', 'session, YYYY-MM-DD (default: the newest that has closed)')
      .option('--no-tell', 'publish, and send nobody a message')
      .option('--allow-incomplete', 'publish even without a required series, marked INCOMPLETE')
      .option('--no-follow', 'start it and end'),
    ['briefing -- aws run', 'briefing -- aws run --session 2025-12-31'],
    ended,
    async () => (await import('../commands/aws-run.ts')).awsRun,
  );

const defineStatus: Define = (command, ended) =>
  working(
    deployed(command).description(
      'say how the last runs went, when the next one starts, and which alarms ring',
    ),
    ['briefing -- aws status'],
    ended,
    async () => (await import('../commands/aws-status.ts')).awsStatus,
  );

const defineBackfill: Define = (command, ended) =>
  working(
    deployed(command)
      .description('make every session from one date to another, without messages, and follow it to its end')
      .requiredOption('--from <date>', 'first date, YYYY-MM-DD')
      .requiredOption('--to <date>', 'last date, YYYY-MM-DD')
      .option('--allow-incomplete', 'publish sessions that lack a required series, marked INCOMPLETE')
      .option('--no-follow', 'start it and end'),
    ['briefing -- aws backfill --from 2025-12-01 --to 2025-12-31'],
    ended,
    async () => (await import('../commands/aws-backfill.ts')).awsBackfill,
  );

const defineResend: Define = (command, ended) =>
  working(
    deployed(command)
      .description('send the messages about a session to those readers to whom none is known to have gone')
      .requiredOption('--session <date>', 'session, YYYY-MM-DD')
      .option('--revision <n>', 'revision (default: the newest)')
      .option('--again <address>', 'to this reader alone, who may get it twice'),
    [
      'briefing -- aws resend --session 2025-12-31',
      'briefing -- aws resend --session 2025-12-31 --again me@example.org',
    ],
    ended,
    async () => (await import('../commands/aws-resend.ts')).awsResend,
  );

const defineProbe: Define = (command, ended) =>
  working(
    deployed(command).description('ask each source for one series from AWS: what came back, what to do'),
    ['briefing -- aws probe'],
    ended,
    async () => (await import('../commands/aws-probe.ts')).awsProbe,
  );

const definePause: Define = (command, ended) =>
  working(
    deployed(command).description('switch the schedules off: no run starts by itself'),
    ['briefing -- aws pause'],
    ended,
    async () => (await import('../commands/aws-pause.ts')).awsPause,
  );

const defineResume: Define = (command, ended) =>
  working(
    deployed(command).description('switch the schedules on again'),
    ['briefing -- aws resume'],
    ended,
    async () => (await import('../commands/aws-pause.ts')).awsResume,
  );
