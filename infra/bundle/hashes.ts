/** In the place of checksums computed in JavaScript, for systems whose Node has no cryptography: Lambda's has. */
export const Sha1Js = undefined;
export const Sha256Js = undefined;
export const Md5Js = undefined;
export const Crc32Js = undefined;
