import { describe, expect, it } from '@jest/globals';
import { networkOf } from './attempts.js';

describe('a network that guesses', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.9', '203.0.113.0/24'],
    ['2001:db8:0012:3456::1', '2001:db8:12::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['::1', '0:0:0::/48'],
  ])('is told by the first part of its address: %s is %s', (address, network) =>
    expect(networkOf(address)).toBe(network),
  );
});
