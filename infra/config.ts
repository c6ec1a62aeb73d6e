import type { Node } from 'constructs';
import { type BriefingConfig, briefingConfig, parseConfig } from '../lambda/config.ts';

/**
 * The settings of a deployment: `context.briefing` of `cdk.json`, and over it whatever `-c briefing.NAME=VALUE`
 * gives, as in `-c briefing.schedule.evening=18:00` or `-c briefing.recipients='["a@example.org"]'`.
 *
 * @throws UsageError that names every setting which cannot be used
 */
export function readConfig(node: Node): BriefingConfig {
  const context: Record<string, unknown> = node.getAllContext();
  const settings = structuredClone(context.briefing ?? {});
  for (const [name, value] of Object.entries(context)) {
    const path = name.split('.');
    if (path[0] === 'briefing' && path.length > 1) assign(settings, path.slice(1), fromText(value));
  }
  return parseConfig(briefingConfig, settings, 'the configuration (cdk.json context.briefing, or -c)');
}

function assign(target: unknown, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (typeof target !== 'object' || target === null) return;
  const fields = target as Record<string, unknown>;
  if (rest.length === 0) fields[name] = value;
  else {
    fields[name] ??= {};
    assign(fields[name], rest, value);
  }
}

/** The command line passes text only: lists, numbers and truth values are written as JSON. */
function fromText(value: unknown): unknown {
  if (typeof value !== 'string' || !/^(\[.*\]|\{.*\}|true|false|\d{1,6})$/s.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
