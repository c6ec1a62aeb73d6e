import { enableCompileCache } from 'node:module';

// JavaScript, so that the cache of compiled code is on before the first TypeScript is read: node then never loads
// its type stripper on a second run, which costs more than all of our own code together.
enableCompileCache();
await import('./main.ts');
