import { readFileSync } from 'node:fs';
import type { BriefingConfig } from '../../lambda/config.ts';
import { networkOf } from './networks.ts';

/** The code of the gate with the rules in front of it, as CloudFront runs it. */
export function gateCode({ passwordSha256, allowedAddresses }: BriefingConfig['readers']): string {
  const rules = { passwordSha256: passwordSha256 ?? null, networks: allowedAddresses.map(networkOf) };
  const code = readFileSync(new URL('gate.js', import.meta.url), 'utf8');
  return `const RULES = ${JSON.stringify(rules)};\n${code}`;
}
