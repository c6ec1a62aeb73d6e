/** What a method is: one sentence with its unit, and the page that derives it. */
export interface Method {
  readonly definition: string;
  readonly page: string;
}

/** Methods that one page of `docs/methods/` derives. */
export const methodOn =
  (page: string) =>
  (definition: string): Method => ({ definition, page: `docs/methods/${page}.md` });
