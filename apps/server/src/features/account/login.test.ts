import { describe, expect, it } from '@jest/globals';
import { parseLogin } from './login.js';

describe('a login', () => {
  it.each(['0812 3456 7890', '+62 812-3456-7890', '6281234567890', '(0812) 3456.7890', '+6281234567890'])(
    'is the same Indonesian number however it is typed: %s',
    (typed) => expect(parseLogin(typed)).toEqual({ phone: '+6281234567890' }),
  );

  it('may be a number of another country', () => {
    expect(parseLogin('+65 9123 4567')).toEqual({ phone: '+6591234567' });
  });

  it('is an e-mail address without regard to capitals', () => {
    expect(parseLogin(' Ana.Sari@Contoh.ID ')).toEqual({ email: 'ana.sari@contoh.id' });
  });

  it.each(['', 'ana', '12', 'ana@', '0812 lima', '@contoh.id'])('is not %j', (typed) =>
    expect(parseLogin(typed)).toBeNull(),
  );
});
