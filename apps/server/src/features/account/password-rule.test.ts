import { describe, expect, it } from '@jest/globals';
import { isCommonPassword } from './password-rule.js';

const own = ['Ana Sari', 'ana.sari@contoh.id', '+6281234567890'];

describe('a password is too easy to guess', () => {
  it.each([
    ['in the list of common ones', 'qwertyuiop[]'],
    ['common with capitals and digits behind', 'PassWord20261124'],
    ['common with punctuation behind', 'liverpool!!!!'],
    ['only digits', '081234567890'],
    ['one sign repeated', 'aaaaaaaaaaaa'],
    ['a short piece repeated', 'abcabcabcabc'],
    ['a common one repeated', 'monkeymonkey'],
    ['the name of the person', 'ana-sari-2026'],
    ['the login of the person', 'ana.sari@contoh.id'],
    ['the name of the product repeated', 'MufakatMufakat'],
    ['the product and the person', 'mufakat ana sari 1'],
  ])('when it is %s', (_, password) => expect(isCommonPassword(password, own)).toBe(true));

  it.each(['kerbau ungu naik sepeda', 'tehmanisRONGGENG74x', 'bukan mufakat biasa', 'rapat ana di lumbung'])(
    'but not when it is a few unusual words: %s',
    (password) => expect(isCommonPassword(password, own)).toBe(false),
  );
});
