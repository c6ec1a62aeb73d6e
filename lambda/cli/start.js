import './quick-start.js';

// What is imported beside it would be looked up before the hooks of the line above are there.
await import('./main.ts');
