import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

interface StandIn {
  /** What is imported. */
  readonly asked: RegExp;
  /** Who imports it; whoever, if not said. */
  readonly by?: RegExp;
  /** The file beside this one that is bundled instead. Each says why it may be. */
  readonly instead: string;
}

const standIns: readonly StandIn[] = [
  { asked: /^@aws-sdk\/credential-provider-node$/, instead: 'credentials.ts' },
  { asked: /\/endpointResolver$/, by: /[\\/]client-s3[\\/]/, instead: 's3-endpoint.ts' },
  { asked: /^@smithy\/core\/event-streams$/, instead: 'event-streams.ts' },
  { asked: /^\.\/(Sha1|Sha256|Md5|Crc32)Js$/, by: /Node\.js$/, instead: 'hashes.ts' },
  { asked: /\/(to-json-schema|json-schema-processors)\.js$/, by: /schemas\.js$/, instead: 'json-schema.ts' },
  { asked: /^aws-xray-sdk-core$/, instead: 'x-ray.ts' },
  { asked: /\/middleware\/mw_utils$/, instead: 'x-ray-sampling.ts' },
  { asked: /^cls-hooked\/context$/, instead: 'context.ts' },
];

/**
 * Keeps out of a function what it carries of its libraries and never uses, and what is loaded at its start for
 * nothing. What each saves stands in docs/decisions/0012.
 */
export const lean: Plugin = {
  name: 'lean',
  setup(build) {
    for (const { asked, by = /./, instead } of standIns)
      build.onResolve({ filter: asked }, ({ importer }) =>
        by.test(importer) ? { path: join(import.meta.dirname, instead) } : undefined,
      );

    build.onLoad({ filter: /[\\/]dist-es[\\/]schemas[\\/]\w+\.js$/ }, ({ path }) => ({
      contents: unbound(readFileSync(path, 'utf8')),
    }));

    const builtin = new RegExp(`^(node:)?(${builtinModules.join('|')})$`);
    build.onResolve({ filter: builtin }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'required' } : undefined,
    );
    // To import a module of Node's is to read all of its properties, and one of http's loads a second client: 60 ms.
    build.onLoad({ filter: /./, namespace: 'required' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
  },
};

/**
 * The SDK's descriptions of a service so that the bundler sees what of it is used. Keys named by constants, `[_h]: …`,
 * become plain: it cannot know that nothing happens when such a key is read, and keeps every operation. Errors are no
 * longer registered one by one, each with a class: without it an error has the name that the service sent, its
 * message and its status, and more is asked of none.
 */
function unbound(code: string): string {
  const constants = new Map(
    [...code.matchAll(/^const (\w+) = ("[^"]*");$/gm)].map(([, name, text]) => [name, text]),
  );
  return code
    .replace(/\[(\w+)\]:/g, (key, name) => `${constants.get(name) ?? key}:`)
    .replace(/^\w+\.registerError\((?!\w+ServiceException\$).*$/gm, '');
}
