import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hmacSha256 } from '../../src/kernel/sha256';

it('HMAC with SHA-256 is what RFC 4231 says', () => {
  const data = new TextEncoder().encode('what do ya want for nothing?');
  expect(hmacSha256('Jefe', data)).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
});

it('HMAC with SHA-256 is that of the machine for every key and message', () => {
  const key = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(key, fc.uint8Array({ maxLength: 300 }), (secret, message) => {
      expect(hmacSha256(secret, message)).toBe(createHmac('sha256', Buffer.from(secret)).update(message).digest('hex'));
    }),
  );
});
