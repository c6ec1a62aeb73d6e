import { describe, expect, it } from 'vitest';
import { Progress } from '../../../lambda/cli/progress.ts';
import { Terminal } from '../../../lambda/cli/terminal.ts';

/** A terminal whose screen is kept as the text written to it. */
class Screen extends Terminal {
  written = '';
  readonly #live: boolean;
  constructor(live: boolean, options: { json?: boolean } = {}) {
    super(options);
    this.#live = live;
  }
  override get live(): boolean {
    return this.#live;
  }
  override get columns(): number {
    return 60;
  }
  override print(text: string): void {
    if (!this.json) this.written += `${text}\n`;
  }
  override redraw(text: string): void {
    this.written += `\r${text}`;
  }
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('progress', () => {
  it('is one plain line a step without a terminal', async () => {
    const screen = new Screen(false);
    const progress = new Progress(screen, '2025-12-31');
    await progress.watch('collect', () => wait(5));
    await progress.watch('render', () => wait(5));
    progress.end();
    expect(screen.written).toMatch(/^collect \d\.\d\d s\nrender \d\.\d\d s\n$/);
  });

  it('redraws one line on a terminal, never wider than it, and leaves it empty', async () => {
    const screen = new Screen(true);
    const progress = new Progress(screen, '2025-12-31');
    for (let i = 0; i < 12; i++) await progress.watch(`step-${i}`, () => wait(1));
    progress.end();
    expect(screen.written).not.toContain('\n');
    const frames = screen.written.split('\r');
    // Also the last of many steps is seen while it is under way.
    for (const step of ['step-0', 'step-11'])
      expect(frames.some((frame) => new RegExp(`${step} \\d\\.\\d\\d s …`).test(frame))).toBe(true);
    for (const frame of frames) expect(frame.length).toBeLessThan(60);
    expect(frames.at(-1)).toBe('');
  });

  it('says nothing to machines', async () => {
    const screen = new Screen(false, { json: true });
    await new Progress(screen, '2025-12-31').watch('collect', () => wait(1));
    expect(screen.written).toBe('');
  });

  it('passes on results and failures', async () => {
    const progress = new Progress(new Screen(false), '2025-12-31');
    expect(await progress.watch('collect', async () => 7)).toBe(7);
    await expect(progress.watch('render', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});
