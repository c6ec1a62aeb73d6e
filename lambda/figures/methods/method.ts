import type { Edition } from '../../editions/edition.ts';

/** What a method is: one sentence with its unit, in the words of an edition, and the page that derives it. */
export interface Method {
  readonly definition: string | ((edition: Edition) => string);
  readonly page: string;
}

/** Methods that one page of `docs/methods/` derives. */
export const methodOn =
  (page: string) =>
  (definition: Method['definition']): Method => ({ definition, page: `docs/methods/${page}.md` });

export const definedFor = ({ definition, page }: Method, edition: Edition) => ({
  definition: typeof definition === 'string' ? definition : definition(edition),
  page,
});
