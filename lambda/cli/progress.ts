import type { Watch } from '../runs/watch.ts';
import { type Terminal, widthOf } from './terminal.ts';

const redrawEveryMs = 100;

/**
 * Shows the steps of a run: on a terminal one line that redraws itself while work goes on, elsewhere one plain
 * line a step when it is done.
 */
export class Progress {
  readonly #terminal: Terminal;
  readonly #title: string;
  readonly #started = performance.now();
  readonly #done: string[] = [];
  readonly #running = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(terminal: Terminal, title: string) {
    this.#terminal = terminal;
    this.#title = title;
    if (!terminal.live) return;
    this.#timer = setInterval(() => this.#redraw(), redrawEveryMs);
    this.#timer.unref();
  }

  readonly watch: Watch = async (step, work) => {
    const began = performance.now();
    this.#running.set(step, began);
    this.#redraw();
    try {
      const result = await work();
      this.#finish(`${step} ${secondsText(performance.now() - began)}`);
      return result;
    } finally {
      this.#running.delete(step);
      this.#redraw();
    }
  };

  /** One line of news in a long run. */
  note(text: string): void {
    this.#finish(text);
    if (this.#terminal.live) this.#done.splice(0, this.#done.length - 1);
    this.#redraw();
  }

  /** Ends the line and lets the terminal go. */
  end(): void {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#terminal.redraw('');
  }

  /** Seconds since the run began. */
  get seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }

  #finish(text: string): void {
    this.#done.push(text);
    if (!this.#terminal.live) this.#terminal.print(text);
  }

  #redraw(): void {
    if (this.#timer === undefined) return;
    const now = performance.now();
    const running = [...this.#running].map(([step, began]) => `${step} ${secondsText(now - began)} …`);
    this.#terminal.redraw(fitting([this.#title, ...this.#done, ...running], this.#terminal.columns - 1));
  }
}

/** One line of parts within a given number of columns: the first and the newest parts stay, those between go, oldest first. */
function fitting(parts: readonly string[], width: number): string {
  const [title = '', ...steps] = parts;
  for (let left = 0; left <= steps.length; left += 1) {
    const line = [title, ...(left === 0 ? [] : ['…']), ...steps.slice(left)].join(' · ');
    if (widthOf(line) <= width) return line;
  }
  return title.slice(0, width);
}

export function secondsText(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
