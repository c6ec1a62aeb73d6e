/** In the place of rules for which requests are traced: in a Lambda that is decided before it is called. */
export const disableCentralizedSampling = (): void => undefined;
