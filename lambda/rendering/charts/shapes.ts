/**
 * Geometry that the drawings of one chart at several widths share: each shape is in the page once, in places of its dates
 * and values, and every drawing scales it into its own plot.
 */
export class Shapes {
  readonly #id: string;
  readonly #made = new Map<string, string>();

  /** @param id of the chart, which its shapes are named after: text that needs no escaping */
  constructor(id: string) {
    this.#id = id;
  }

  /** The shapes that drawings asked for; empty where none did. */
  get defs(): string {
    const all = [...this.#made].map(
      ([name, d]) => `<path id="${this.#id}-${name}" vector-effect="non-scaling-stroke" d="${d}"/>`,
    );
    return all.length === 0
      ? ''
      : `<svg class="shapes" aria-hidden="true"><defs>${all.join('')}</defs></svg>`;
  }

  /** A use of the shape `name`, which is made at its first use, at `x`, `y` and with a given number of pixels a unit. */
  use(
    name: string,
    make: () => string,
    classes: string,
    at: { readonly x: number; readonly y: number; readonly across: number; readonly down: number },
  ): string {
    if (!this.#made.has(name)) this.#made.set(name, make());
    const matrix = [at.across, 0, 0, at.down, at.x, at.y].map(digits).join(' ');
    return `<use href="#${this.#id}-${name}" class="${classes}" transform="matrix(${matrix})"/>`;
  }
}

/** Five significant digits: a hundredth of a pixel at a plot's far end. */
const digits = (value: number): string => String(Number(value.toPrecision(5)));
