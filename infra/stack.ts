import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { BriefingConfig } from '../lambda/config.ts';
import { editionOf } from '../lambda/editions/index.ts';
import { ArchiveBucket } from './constructs/archive.ts';
import { AthenaTable } from './constructs/athena-table.ts';
import { Backfill } from './constructs/backfill.ts';
import { Delivery } from './constructs/delivery.ts';
import { Functions, type FunctionsProps } from './constructs/functions.ts';
import { Monitoring } from './constructs/monitoring.ts';
import { Pipeline } from './constructs/pipeline.ts';
import { ReportSite } from './constructs/report-site.ts';
import { Schedules } from './constructs/schedules.ts';

export interface BriefingStackProps extends StackProps, Pick<FunctionsProps, 'codeOf' | 'code'> {
  readonly config: BriefingConfig;
}

/** The whole system: an archive, the steps over it, when they run, who may read, and who watches. */
export class BriefingStack extends Stack {
  constructor(scope: Construct, id: string, { config, codeOf, code, ...props }: BriefingStackProps) {
    const edition = editionOf(config.edition);
    super(scope, id, { description: `A daily briefing: ${edition.title}`, ...props });
    const archive = new ArchiveBucket(this, 'Archive', config.archive);
    const { all: functions } = new Functions(this, 'Functions', { config, archive, codeOf, code });
    const { operators } = new Delivery(this, 'Delivery', config, functions.deliver);
    const { machine } = new Pipeline(this, 'Pipeline', functions);
    const { machine: backfill } = new Backfill(this, 'Backfill', functions);
    const { deadLetters, group } = new Schedules(this, 'Timetable', machine, config.schedule);
    if (config.readers.access === 'site')
      new ReportSite(this, 'Reader', archive.bucket, config.readers, edition);
    if (config.data.athena) new AthenaTable(this, 'Data', archive.bucket);
    const { runbook } = config;
    new Monitoring(this, 'Monitoring', { machine, backfill, functions, deadLetters, operators, runbook });

    const output = (name: string, value: string, description: string) =>
      new CfnOutput(this, name, { value, description });
    output('ArchiveBucket', archive.bucket.bucketName, 'Where the briefings and their data lie');
    output(
      'StateMachine',
      machine.stateMachineArn,
      'Start it by hand with {"session":"YYYY-MM-DD"}, or {} for the newest',
    );
    output(
      'BackfillMachine',
      backfill.stateMachineArn,
      'Start it with {"from":"YYYY-MM-DD","to":"YYYY-MM-DD"}',
    );
    output(
      'CollectFunction',
      functions.collect.functionName,
      'Invoke it with {"probe":true}: which providers answer from here',
    );
    output('DeliverFunction', functions.deliver.functionName, 'Sends the messages of a session again');
    output('ScheduleGroup', group, 'The schedules of the runs');
  }
}
