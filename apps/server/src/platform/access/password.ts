import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id, the library's algorithm unless told otherwise. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each hash takes 19 MiB and a core: more at once would let sign-ins starve everything else. */
const mostAtOnce = 2;
/** The hash of a random value nobody kept, so that an unknown account costs what a known one costs. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$DyXggQKFsas3+6LTGh+xqA$QiIw+zfmFe2+TWk/Iv9FCvDIpXNE+6XHtqUsQ2z3jg8';

/** Hashes and checks passwords, two at a time. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFKC'), cost));
  }

  /** Whether the password is the one of the hash. Without an account (null) it takes as long and answers false. */
  async matches(hashed: string | null, password: string): Promise<boolean> {
    const isReal = hashed?.startsWith('$argon2id$') ?? false;
    const isRight = await this.inTurn(() =>
      verify(isReal && hashed ? hashed : nobodysHash, password.normalize('NFKC')),
    );
    return isReal && isRight;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= mostAtOnce) await new Promise<void>((go) => this.waiting.push(go));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
