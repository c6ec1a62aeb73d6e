import { isIPv6 } from 'node:net';

/** A network as bytes, and how many of its bits count: what the gate at the edge compares. */
export type Network = readonly [bytes: readonly number[], bits: number];

/** @param text an address or a network, IPv4 or IPv6, as `203.0.113.0/24`; it was checked before */
export function networkOf(text: string): Network {
  const [address = '', bits] = text.split('/');
  const bytes = isIPv6(address) ? bytesOfIPv6(address) : address.split('.').map(Number);
  return [bytes, bits === undefined ? bytes.length * 8 : Number(bits)];
}

function bytesOfIPv6(address: string): number[] {
  // A URL writes every IPv6 address in its shortest form, without the IPv4 ending that some have.
  const shortest = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail = ''] = shortest.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [first, last] = [groups(head), groups(tail)];
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0');
  return [...first, ...zeros, ...last].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 255];
  });
}
