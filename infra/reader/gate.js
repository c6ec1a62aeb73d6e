// Runs at CloudFront's edge before every answer (runtime cloudfront-js-2.0: no import, no BigInt). In front of it is
// put: const RULES = { passwordSha256: string | null, networks: [bytes, bits][] }.
// biome-ignore lint/style/useNodejsImportProtocol: CloudFront's runtime has it under this name only.
const crypto = require('crypto');

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  if (RULES.networks.length > 0 && !isAllowed(event.viewer.ip))
    return { statusCode: 403, statusDescription: 'Forbidden' };
  if (RULES.passwordSha256 !== null && !hasPassword(request.headers.authorization))
    return {
      statusCode: 401,
      statusDescription: 'Unauthorized',
      headers: { 'www-authenticate': { value: 'Basic realm="Briefing", charset="UTF-8"' } },
    };
  return request;
}

function hasPassword(header) {
  const match = header === undefined ? null : /^Basic ([\w+/=]+)$/i.exec(header.value);
  if (match === null) return false;
  const given = crypto.createHash('sha256').update(Buffer.from(match[1], 'base64')).digest('hex');
  // Hashes are compared, so how far they agree says nothing of the password.
  return given === RULES.passwordSha256;
}

function isAllowed(ip) {
  const bytes = bytesOf(ip);
  return RULES.networks.some(
    (network) => network[0].length === bytes.length && agree(network[0], bytes, network[1]),
  );
}

function agree(a, b, bits) {
  return a.every((byte, i) => {
    const counting = Math.max(0, Math.min(8, bits - i * 8));
    const mask = (255 << (8 - counting)) & 255;
    return (byte & mask) === (b[i] & mask);
  });
}

function bytesOf(ip) {
  if (ip.indexOf(':') < 0) return ip.split('.').map(Number);
  const halves = ip.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const head = halves[0];
  const tail = halves.length > 1 ? halves[1] : [];
  while (head.length + tail.length < 8) head.push('0');
  return head.concat(tail).reduce((bytes, group) => {
    const value = parseInt(group, 16);
    return bytes.concat([value >> 8, value & 255]);
  }, []);
}
