import { pythonWithEmulator } from './python.ts';

/** Before the first test: a machine without what the emulator needs gets one line that says so. */
export default async function setup(): Promise<void> {
  try {
    await pythonWithEmulator();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
