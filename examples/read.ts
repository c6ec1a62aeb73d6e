import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2] ?? 'report.json', 'utf8'));
const { value, unit, status, reason = '' } = report.figures['return.IWM.1d'];
console.log(report.session, value, unit, status, reason);
