import { AsyncLocalStorage } from 'node:async_hooks';

type Context = Map<string, unknown>;

/**
 * In the place of cls-hooked, which the X-Ray SDK keeps the current part of a trace in: the same by what Node has for
 * it since, without a hook on every promise.
 */
class Namespace {
  readonly #contexts = new AsyncLocalStorage<Context>();
  /** Where nobody is within a part of a trace: the segment of the function itself. */
  #outermost: Context = new Map();

  createContext(): Context {
    return new Map(this.#current);
  }

  enter(context: Context): void {
    this.#outermost = context;
  }

  run(work: (context: Context) => void): void {
    const context = this.createContext();
    this.#contexts.run(context, work, context);
  }

  get(key: string): unknown {
    return this.#current.get(key);
  }

  set<Value>(key: string, value: Value): Value {
    this.#current.set(key, value);
    return value;
  }

  get #current(): Context {
    return this.#contexts.getStore() ?? this.#outermost;
  }
}

const namespaces = new Map<string, Namespace>();

export const getNamespace = (name: string): Namespace | undefined => namespaces.get(name);

export function createNamespace(name: string): Namespace {
  const made = new Namespace();
  namespaces.set(name, made);
  return made;
}

export const destroyNamespace = (name: string): boolean => namespaces.delete(name);
