/**
 * Plays the Lambda runtime to one handler, in a process of its own: loads it, reports how long that took, then hands it
 * every event that the parent sends and sends back what came of it.
 */
import { pathToFileURL } from 'node:url';

const before = process.cpuUsage();
const { handler } = await import(pathToFileURL(process.argv[2]).href);
process.on('message', async (event) => {
  const started = performance.now();
  const outcome = await handler(event, { awsRequestId: 'request-1' }).then(
    (answer) => ({ answer }),
    (error) => ({ error: { name: error.name, message: error.message } }),
  );
  process.send({ ...outcome, milliseconds: performance.now() - started });
});
const { user, system } = process.cpuUsage(before);
// Since the process began, Node's own start included; and what loading the handler cost the processor.
process.send({ init: performance.now(), processor: (user + system) / 1000 });
