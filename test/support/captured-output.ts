import { vi } from 'vitest';

/** What this process writes from now on, kept in place of being shown, until it is restored. */
export function capturedOutput() {
  const output = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      output[stream] += text;
      return true;
    }),
  );
  const restore = () => {
    for (const spy of spies) spy.mockRestore();
  };
  return { output, restore };
}
