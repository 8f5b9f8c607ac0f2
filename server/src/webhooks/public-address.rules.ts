import { BlockList, isIP } from 'node:net';

/**
 * Addresses that are no public ones: of this machine, of private networks, of links, where clouds tell secrets (169.254.169.254), and
 * those kept for tests and special uses. Source: the registries of IANA for special-purpose addresses (RFC 6890).
 */
const special4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;
/** Within 2000::/3, the only part of IPv6 that is public: what leads to IPv4 in disguise, and what is kept for special uses. */
const special6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const isSpecial = new BlockList();
for (const [net, prefix] of special4) isSpecial.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of special6) isSpecial.addSubnet(net, prefix, 'ipv6');
const isGlobal6 = new BlockList();
isGlobal6.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address is one on the public internet. What is no IP address at all is not. */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address);
  if (family === 4) return !isSpecial.check(address, 'ipv4');
  return family === 6 && isGlobal6.check(address, 'ipv6') && !isSpecial.check(address, 'ipv6');
};

/** The longest address that is kept. */
export const urlAtMost = 500;

/** The port of https, and those where anybody may run a server: below stand mail, files and remote logins, which no webhook talks to. */
const lowestOpenPort = 1024;
const isPortForWebhooks = (port: string): boolean => port === '' || Number(port) >= lowestOpenPort;

/** What is wrong with the address of a receiver before anybody is asked where it leads; null for nothing. */
export const faultOfUrl = (typed: string): string | null => {
  if (typed.length > urlAtMost) return `It is longer than ${urlAtMost} characters.`;
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (!url) return 'It is no address.';
  if (url.protocol !== 'https:') return 'It does not begin with https.';
  if (url.username !== '' || url.password !== '') return 'It carries a name or a password.';
  if (url.hash !== '') return 'It ends with a # and a place in a page.';
  if (!isPortForWebhooks(url.port)) return `Its port is ${url.port}. It can be 443, 8443 or another one above 1023.`;
  const literal = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) return 'It is not an address on the public internet.';
  return null;
};
