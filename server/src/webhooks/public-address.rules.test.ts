import { describe, expect, it } from 'vitest';
import { faultOfUrl, isPublicAddress } from './public-address.rules.ts';

describe('an IP address', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '2002:7f00:1::',
    'localhost',
    '',
    '8.8.8',
    '0x7f.1',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('the address of a receiver', () => {
  it.each([
    'http://example.com/hook',
    'ftp://example.com/hook',
    'example.com/hook',
    '',
    'https://user:secret@example.com/',
    'https://example.com/#part',
    'https://127.0.0.1/',
    'https://example.com:22/',
    'https://example.com:25/hook',
    'https://example.com:80/',
    'https://example.com:0/',
    'https://example.com:1023/',
    // other ways to write it
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://169.254.169.254/latest/meta-data/',
    `https://example.com/${'x'.repeat(500)}`,
  ])('cannot be %s', (url) => {
    expect(faultOfUrl(url)).not.toBeNull();
  });

  it.each([
    'https://example.com/hook',
    'https://example.com:443/hook',
    'https://example.com:8443/hook?for=us',
    'https://example.com:1024/',
    'https://8.8.8.8/',
  ])('can be %s', (url) => {
    expect(faultOfUrl(url)).toBeNull();
  });

  it('is told which ports there are', () => {
    expect(faultOfUrl('https://example.com:25/')).toBe(
      'Its port is 25. It can be 443, 8443 or another one above 1023.',
    );
  });
});
