/** In the place of zod's translation of its schemas into JSON Schema, which every schema can and none is asked for. */
const untold = () => () => {
  throw new Error('a bundled schema cannot tell its JSON Schema');
};

export const createStandardJSONSchemaMethod = untold;
export const createToJSONSchemaMethod = untold;
