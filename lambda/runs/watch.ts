/** Sees a step begin and end. The command line shows it; in AWS the logger does. */
export type Watch = <T>(step: string, work: () => Promise<T>) => Promise<T>;

export const unwatched: Watch = (_, work) => work();
