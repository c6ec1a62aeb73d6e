import type { Template } from 'aws-cdk-lib/assertions';

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

/** Resources of one type, by logical id. */
export function resourcesOf(template: Template, type: string): Record<string, Resource> {
  return template.findResources(type) as Record<string, Resource>;
}

/** The one resource whose logical id starts so. */
export function resourceNamed(template: Template, type: string, start: string): Resource {
  const found = Object.entries(resourcesOf(template, type)).filter(([id]) => id.startsWith(start));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} ${type} start with ${start}`);
  return only[1];
}

export interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Retry?: readonly {
    readonly ErrorEquals: readonly string[];
    readonly MaxAttempts: number;
    readonly [name: string]: unknown;
  }[];
  readonly Catch?: readonly { readonly Next: string; readonly ResultPath: string }[];
  readonly TimeoutSeconds?: number;
  readonly ItemProcessor?: Definition & { readonly ProcessorConfig: unknown };
  readonly [name: string]: unknown;
}

export interface Definition {
  readonly StartAt: string;
  readonly TimeoutSeconds?: number;
  readonly QueryLanguage?: string;
  readonly States: Readonly<Record<string, State>>;
}

/** A state machine as Step Functions will read it, with logical ids in place of ARNs. */
export function definitionOf(template: Template, start: string): Definition {
  const { DefinitionString } = resourceNamed(template, 'AWS::StepFunctions::StateMachine', start).Properties;
  return JSON.parse(flat(DefinitionString)) as Definition;
}

/** A value of CloudFormation as text: joins joined, references by their logical id. */
export function flat(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(flat).join('');
  if (typeof value !== 'object' || value === null) return String(value);
  if ('Ref' in value) return flat(value.Ref);
  if ('Fn::GetAtt' in value && Array.isArray(value['Fn::GetAtt'])) return flat(value['Fn::GetAtt'][0]);
  if ('Fn::Join' in value && Array.isArray(value['Fn::Join'])) return flat(value['Fn::Join'][1]);
  return JSON.stringify(value);
}

export interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: unknown;
}

/** What a role may do, resources as text. */
export function statementsOf(template: Template, role: string): Statement[] {
  const policies = Object.entries(resourcesOf(template, 'AWS::IAM::Policy')).filter(([id]) =>
    id.startsWith(role),
  );
  return policies.flatMap(([, { Properties }]) => {
    const { Statement: statements } = Properties.PolicyDocument as { Statement: Record<string, unknown>[] };
    return statements.map((statement) => ({
      Effect: String(statement.Effect),
      Action: [statement.Action].flat() as string[],
      Resource: [statement.Resource].flat().map(flat),
      ...(statement.Condition === undefined ? {} : { Condition: statement.Condition }),
    }));
  });
}
