import type { OrganizationId, InvitationId, PartnershipId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { Caller } from './ask.js';
import type { RunningServer } from './server.js';

export const password = 'kursi jati empat kaki';

/** Who the stories are about: two firms of one partnership, and somebody of another one. */
export type Table = {
  partnershipId: PartnershipId;
  hadi: { login: string; caller: Caller };
  siti: { login: string; caller: Caller };
};

/** Sets the server up with its code and brings a second firm to the table by invitation, as people would. */
export async function setTable(server: RunningServer): Promise<Table> {
  const partnershipId = newId() as PartnershipId;
  const [hadi, siti] = [new Caller(server.url), new Caller(server.url)];
  await hadi.call('setUp', {
    code: await server.setupCode(),
    name: 'Hadi Santoso',
    honorific: 'pak',
    login: 'hadi@jatilestari.contoh.id',
    password,
    locale: 'id',
    organization: firm('CV Jati Lestari', 'JL'),
    partnership: {
      id: partnershipId,
      name: 'Mebel Muria',
      type: 'cluster',
      purpose: 'Tumbuh bersama',
      zone: 'Asia/Jakarta',
      standing: 'full',
    },
  });
  const { link } = await hadi.call('createInvitation', {
    partnershipId,
    id: newId() as InvitationId,
    kind: 'organization',
    organizationName: 'UD Ukir Barokah',
    standing: 'full',
    role: 'partner-admin',
    isSignatory: true,
    maxUses: 1,
  });
  await siti.call('acceptInvitation', {
    token: link.split('/').at(-1) ?? '',
    person: { name: 'Siti Aminah', honorific: 'bu', login: '0812 3456 7890', password, locale: 'id' },
    organization: firm('UD Ukir Barokah', 'UB'),
  });
  return {
    partnershipId,
    hadi: { login: 'hadi@jatilestari.contoh.id', caller: hadi },
    siti: { login: '081234567890', caller: siti },
  };
}

/** Brings another firm to the table, with its one person, who signs for it. */
export async function seatFirm(
  { hadi, partnershipId }: Table,
  url: string,
  { name, letters, person }: { name: string; letters: string; person: string },
): Promise<Caller> {
  const caller = new Caller(url);
  const { link } = await hadi.caller.call('createInvitation', {
    ...{ partnershipId, id: newId() as InvitationId, kind: 'organization', organizationName: name, standing: 'full' },
    ...{ role: 'partner-admin', isSignatory: true, maxUses: 1 },
  });
  await caller.call('acceptInvitation', {
    token: link.split('/').at(-1) ?? '',
    person: { name: person, honorific: null, login: `${letters.toLowerCase()}@contoh.id`, password, locale: 'id' },
    organization: firm(name, letters),
  });
  return caller;
}

/** Another person of Hadi's firm. */
export async function seatColleague({ hadi, partnershipId }: Table, url: string, name: string): Promise<Caller> {
  const caller = new Caller(url);
  const { link } = await hadi.caller.call('createInvitation', {
    ...{ partnershipId, id: newId() as InvitationId, kind: 'colleague', organizationName: '', standing: 'full' },
    ...{ role: 'member', isSignatory: false, maxUses: 1 },
  });
  await caller.call('acceptInvitation', {
    token: link.split('/').at(-1) ?? '',
    person: { name, honorific: null, login: `${name.split(' ')[0]}@jatilestari.contoh.id`, password, locale: 'id' },
  });
  return caller;
}

function firm(name: string, letters: string) {
  return { id: newId() as OrganizationId, name, letters, kind: 'sme', size: 'small', place: 'Jepara' } as const;
}
