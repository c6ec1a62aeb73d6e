import { dirname, join, normalize } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { isPure, purePackages, renderingSees, roomOf } from './rooms.ts';

/** Globals that reach outside the computation. */
const outside = new Set([
  'process',
  'fetch',
  'performance',
  'crypto',
  'globalThis',
  'navigator',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'require',
]);
const outsideMembers = new Set(['Date.now', 'Math.random']);

/**
 * Every wall that a file breaks, as sentences.
 *
 * @param path of the file below `lambda/`, with `/`
 */
export function brokenWalls(path: string, code: string): string[] {
  const parsed = parseSync(path, code);
  const broken: string[] = [];
  const room = roomOf(path);
  if (room < 0) broken.push('stands in no room of the plan');
  const requests = [
    ...parsed.module.staticImports.map((found) => found.moduleRequest.value),
    ...parsed.module.staticExports.flatMap((found) =>
      found.entries.flatMap((entry) => (entry.moduleRequest === null ? [] : [entry.moduleRequest.value])),
    ),
    ...parsed.module.dynamicImports.map((found) =>
      code.slice(found.moduleRequest.start + 1, found.moduleRequest.end - 1),
    ),
  ];
  for (const request of requests) {
    if (request.startsWith('.')) {
      const target = normalize(join(dirname(path), request));
      if (target === '../package.json') continue;
      if (target.startsWith('..')) broken.push(`imports ${request}, outside lambda/`);
      else if (roomOf(target) > room) broken.push(`imports ${target}, a room further down`);
      else if (path.startsWith('rendering/') && !renderingSees.some((seen) => seen.test(target)))
        broken.push(`imports ${target}: pages see the report and nothing behind it`);
      if (isPure(path) && !isPure(target) && roomOf(target) === room)
        broken.push(`is pure, but imports ${target}, which is not`);
    } else if (
      isPure(path) &&
      !purePackages.some((name) => request === name || request.startsWith(`${name}/`))
    ) {
      broken.push(`is pure, but imports ${request}`);
    }
  }
  if (isPure(path)) broken.push(...reachesOut(parsed.program));
  return broken;
}

function reachesOut(program: ReturnType<typeof parseSync>['program']): string[] {
  const broken: string[] = [];
  const names = new Set<string>();
  const declared = new Set<string>();
  new Visitor({
    Identifier(node) {
      if (outside.has(node.name)) names.add(node.name);
    },
    ImportSpecifier(node) {
      declared.add(node.local.name);
    },
    FunctionDeclaration(node) {
      if (node.id !== null) declared.add(node.id.name);
    },
    VariableDeclarator(node) {
      if (node.id.type === 'Identifier') declared.add(node.id.name);
    },
    MemberExpression(node) {
      if (node.computed || node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return;
      const name = `${node.object.name}.${node.property.name}`;
      if (outsideMembers.has(name)) broken.push(`is pure, but uses ${name}`);
    },
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0)
        broken.push('is pure, but asks the clock by new Date()');
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date')
        broken.push('is pure, but asks the clock by Date()');
    },
  }).visit(program);
  for (const name of names) if (!declared.has(name)) broken.push(`is pure, but uses the global name ${name}`);
  return broken;
}
