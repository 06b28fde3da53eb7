import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A version 7 id: made by whoever creates a record, later ones greater. */
function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const password = 'bench kursi jati empat kaki';
const usesOfAnInvitation = 50;
const peopleAtOnce = 4;

/** The people and goals of our own server, made through its HTTP API as people would make them. */
export class Population {
  private readonly partnershipId = newId();
  private readonly cookies: string[] = [];
  private link = '';
  private uses = 0;

  private readonly url: string;
  private readonly dataDir: string;

  constructor(url: string, dataDir: string) {
    this.url = url;
    this.dataDir = dataDir;
  }

  /** The cookies of so many people who share one partnership. */
  async people(count: number): Promise<readonly string[]> {
    if (this.cookies.length === 0) this.cookies.push(await this.setUp());
    while (this.cookies.length < count) {
      const missing = Math.min(peopleAtOnce, count - this.cookies.length);
      if (this.uses + missing > usesOfAnInvitation || this.link === '') await this.invite();
      this.uses += missing;
      this.cookies.push(...(await Promise.all(Array.from({ length: missing }, () => this.join()))));
    }
    return this.cookies;
  }

  /** The ids of so many new documents, each the text of a goal. */
  async documents(count: number): Promise<string[]> {
    const made: string[] = [];
    for (let left = count; left > 0; left -= peopleAtOnce) {
      made.push(...(await Promise.all(Array.from({ length: Math.min(left, peopleAtOnce) }, () => this.goal()))));
    }
    return made;
  }

  private async setUp(): Promise<string> {
    const [code] = (await readFile(join(this.dataDir, 'setup-code'), 'utf8')).split('\n');
    const { cookie } = await this.post('/setup', '', {
      code,
      ...person('Hadi', 0),
      organization: {
        id: newId(),
        name: 'CV Jati Lestari',
        letters: 'JL',
        kind: 'sme',
        size: 'small',
        place: 'Jepara',
      },
      partnership: {
        id: this.partnershipId,
        name: 'Mebel Muria',
        type: 'cluster',
        purpose: 'Tumbuh bersama',
        zone: 'Asia/Jakarta',
        standing: 'full',
      },
    });
    return cookie;
  }

  private async invite(): Promise<void> {
    const { body } = await this.post<{ link: string }>(
      `/partnerships/${this.partnershipId}/invitations`,
      this.cookies[0] ?? '',
      {
        id: newId(),
        kind: 'colleague',
        organizationName: '',
        standing: 'full',
        role: 'member',
        isSignatory: false,
        maxUses: usesOfAnInvitation,
      },
    );
    this.link = body.link.split('/').at(-1) ?? '';
    this.uses = 0;
  }

  private async join(): Promise<string> {
    const who = person('Siti', Math.floor(Math.random() * 1e9));
    return (await this.post('/invitations/accept', '', { token: this.link, person: who })).cookie;
  }

  private async goal(): Promise<string> {
    const documentId = newId();
    // Each person may ask ten times a second, so the work is shared.
    const cookie = this.cookies[Math.floor(Math.random() * this.cookies.length)] ?? '';
    await this.post(`/partnerships/${this.partnershipId}/goals`, cookie, {
      id: newId(),
      documentId,
      title: 'Ekspor kursi jati',
      benefit: null,
      startsOn: null,
      endsOn: null,
      rank: 'V',
      locale: 'id',
    });
    return documentId;
  }

  /** Asks, and asks again in a while when it was too often. */
  private async post<Body>(path: string, cookie: string, body: unknown): Promise<{ body: Body; cookie: string }> {
    for (;;) {
      const answer = await fetch(`${this.url}/api${path}`, {
        method: 'POST',
        headers: { origin: this.url, cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (answer.status === 429) {
        await answer.text();
        await new Promise((go) => setTimeout(go, 1_000));
        continue;
      }
      if (!answer.ok) throw new Error(`${path} was refused: ${answer.status} ${await answer.text()}`);
      const [given] = answer.headers.getSetCookie();
      return { body: (await answer.json()) as Body, cookie: given?.split(';', 1)[0] ?? '' };
    }
  }
}

function person(name: string, number: number) {
  return { name, honorific: null, login: `${name.toLowerCase()}${number}@contoh.id`, password, locale: 'id' };
}
