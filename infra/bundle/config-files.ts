/** In the place of the SDK's search for settings in files of a home folder: a Lambda has neither. */
export const fromSharedConfigFiles = () => async () => {
  throw Object.assign(new Error('a Lambda has no file of settings'), { tryNextLink: true });
};
