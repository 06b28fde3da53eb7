import type { Page } from 'playwright-core';
import type { Places, Viewer } from './demo.js';

/** One thing a person can have before them. Pictures are named after it, and the sweep looks at each. */
export type ProductScreen = {
  name: string;
  at: (places: Places) => string;
  /** Whose screen it is; a member's unless said otherwise. */
  viewer?: Viewer;
  /** What is opened on it by hand, because no address opens it. */
  open?: (page: Page) => Promise<void>;
  /** Something lies over the screen: a dialog, a sheet, a menu. */
  isOver?: boolean;
  /** Only there at this width. */
  only?: 'phone' | 'laptop';
  /** Full of sentences, so looked at in English too. */
  isWordy?: boolean;
};

const over = (name: string, at: ProductScreen['at'], open?: ProductScreen['open']): ProductScreen => ({
  ...{ name, at, isOver: true },
  ...(open && { open }),
});

const home = ({ partnershipId }: Places) => `/k/${partnershipId}`;
const within = (rest: string) => (places: Places) => `${home(places)}/${rest}`;
const aGoal =
  (rest = '') =>
  (places: Places) =>
    `${home(places)}/tujuan/${places.goal.id}${rest}`;
const asked =
  (rest = '') =>
  (places: Places) =>
    `${home(places)}/tujuan/${places.asked.id}${rest}`;
const aMeeting =
  (rest = '') =>
  (places: Places) =>
    `${home(places)}/rapat/${places.meeting.id}${rest}`;
const young =
  (rest = '') =>
  ({ youngId }: Places) =>
    `/k/${youngId}${rest}`;

const press = (selector: string) => async (page: Page) => page.locator(selector).first().click();
const type = (keys: string) => async (page: Page) => page.keyboard.press(keys);
/** The search stands last in the head, as a field on a laptop and as a mark on a phone. */
const search = async (page: Page) => page.locator('header button:visible').last().click();
const searchInVain = async (page: Page) => {
  await search(page);
  await page.getByRole('combobox').fill('qqqq');
};
const restoreOldest = async (page: Page) => {
  await page.locator('main a[href*="versi="]').last().click();
  await page.locator('main header button:not([aria-disabled]) >> nth=1').click();
};
const menu = '[aria-haspopup="menu"]';

/** Steps on through an invitation, as far as looking and naming the firm go without a word. */
const nextStep = async (page: Page) => {
  await page.locator('form button[type=submit]').click();
  await page.locator('form [hidden]:has(dl, ul)').first().waitFor({ state: 'attached' });
};

/** Steps on through the beginning of a cluster from where it stands, up to this page. */
const beginUpTo = (wanted: number) => async (page: Page) => {
  const now = Number(/\d/.exec(await page.getByText(/\d (dari|of) 5$/).innerText())?.[0]);
  for (let step = now; step < wanted; step += 1) {
    if (step === 1) await page.locator('input[value=cluster]').check();
    if (step === 2) await page.locator('#partnershipName').fill('Klaster Rotan');
    if (step === 3) await page.locator('#clusterPlace').fill('Cirebon');
    await page.locator('form button[type=submit]').click();
    await page.getByText(new RegExp(`${step + 1} (dari|of) 5$`)).waitFor();
  }
};

const outside: readonly ProductScreen[] = [
  { name: 'sign-in', at: () => '/masuk', isWordy: true },
  { name: 'forgotten', at: () => '/masuk?bagian=lupa' },
  { name: 'invitation-code', at: () => '/undangan' },
  { name: 'invitation', at: ({ invitation }: Places) => `/undangan/${invitation}`, isWordy: true },
  { name: 'invitation-firm', at: ({ invitation }: Places) => `/undangan/${invitation}`, open: nextStep },
  { name: 'set-up', at: () => '/siapkan', isWordy: true },
].map((screen) => ({ ...screen, viewer: 'guest' as const }));

const partnership: readonly ProductScreen[] = [
  { name: 'today', at: home, isWordy: true },
  { name: 'goals', at: within('tujuan'), isWordy: true },
  over('goal-menu', within('tujuan'), press(`main article ${menu}`)),
  over('new-goal', within('tujuan?baru=1')),
  { name: 'goal', at: aGoal(), isWordy: true },
  { name: 'goal-targets', at: aGoal('?bagian=sasaran') },
  { name: 'goal-obligations', at: aGoal('?bagian=kewajiban') },
  { name: 'goal-reports', at: aGoal('?bagian=laporan'), isWordy: true },
  { name: 'goal-asked', at: asked(), isWordy: true },
  { name: 'goal-difference', at: asked('/perubahan?dari=1&ke=2'), isWordy: true },
  { ...over('goal-sign', asked(), press('section button[class*=primary]')), only: 'laptop' },
  over(
    'goal-propose',
    aGoal(),
    press('section button[class*=primary]:visible, [class*=bar] button[class*=primary]:visible'),
  ),
  over('goal-report', aGoal('?bagian=laporan'), press('[role=tabpanel] button[class*=primary]')),
  over('goal-obligation', aGoal('?bagian=kewajiban'), press('[role=tabpanel] button')),
  { name: 'goal-tasks', at: aGoal('?bagian=tugas') },
  { name: 'goal-history', at: aGoal('?bagian=riwayat') },
  { name: 'goal-text', at: aGoal('/naskah'), isWordy: true },
  { name: 'goal-text-changes', at: aGoal('/naskah?versi=sekarang'), isWordy: true },
  { name: 'goal-text-writers', at: aGoal('/naskah?versi=sekarang&lihat=penulis'), isWordy: true },
  over('goal-text-name', aGoal('/naskah?versi=sekarang'), press('main header button')),
  over('goal-text-restore', aGoal('/naskah'), restoreOldest),
  { name: 'interests', at: within('kepentingan'), isWordy: true },
  over('interests-ask', within('kepentingan?baru=1')),
  over('change-menu', aGoal(), press(`main header ${menu}`)),
  { name: 'tasks', at: within('tugas') },
  { name: 'tasks-all', at: within('tugas?tab=semua'), isWordy: true },
  { name: 'tasks-board', at: within('tugas?tab=semua&tampil=papan') },
  over('task', (places) => `${home(places)}/tugas?tab=semua&buka=${places.task.id}`),
  over('new-task', within('tugas?baru=1')),
  { name: 'meetings', at: within('rapat') },
  over('new-meeting', within('rapat?baru=1')),
  { name: 'meeting', at: aMeeting(), isWordy: true },
  { name: 'meeting-notes', at: aMeeting('?bagian=catatan'), only: 'phone' },
  { name: 'meeting-text', at: aMeeting('/naskah?versi=sekarang&lihat=penulis') },
  { name: 'meeting-people', at: aMeeting('?bagian=hadir'), only: 'phone' },
  { name: 'accountability', at: within('akuntabilitas'), isWordy: true },
  over('facts', within('akuntabilitas?angka=tepat')),
  { name: 'history', at: within('riwayat'), isWordy: true },
  {
    name: 'history-receipts',
    at: within('riwayat?jenis=proof'),
    open: press('main section button[aria-expanded]'),
    isWordy: true,
  },
  { name: 'members', at: within('mitra') },
  over('invite', within('mitra?undang=mitra')),
  { name: 'charter', at: within('cara-kerja'), isWordy: true },
  over('charter-change', within('cara-kerja'), press('main section button')),
  { name: 'notifications', at: within('pemberitahuan') },
];

const personal: readonly ProductScreen[] = [
  { name: 'account', at: () => '/akun', isWordy: true },
  { name: 'help', at: () => '/bantuan', isWordy: true },
  { name: 'partnerships', at: () => '/kemitraan' },
  { name: 'new-partnership', at: () => '/kemitraan/baru', isWordy: true },
  { name: 'new-partnership-asks', at: () => '/kemitraan/baru', open: beginUpTo(3) },
  { name: 'new-partnership-goals', at: () => '/kemitraan/baru', open: beginUpTo(4), isWordy: true },
  { name: 'new-partnership-ways', at: () => '/kemitraan/baru', open: beginUpTo(5) },
  { name: 'operator', at: () => '/operator', viewer: 'operator' },
];

const frame: readonly ProductScreen[] = [
  over('palette', home, search),
  over('palette-empty', home, searchInVain),
  { ...over('shortcuts', home, type('?')), only: 'laptop' },
  over('saved', home, press('header [aria-haspopup="dialog"]:visible')),
  over('switcher', home, press(`${menu}:visible`)),
  { ...over('capture', home, press('nav [aria-haspopup="dialog"]:visible')), only: 'phone' },
  { ...over('more', home, press('nav [aria-haspopup="dialog"]:visible >> nth=1')), only: 'phone' },
];

/** How a partnership of three weeks looks: little in it, and what an empty place says. */
const begun: readonly ProductScreen[] = [
  { name: 'young-today', at: young() },
  { name: 'young-goals', at: young('/tujuan') },
  { name: 'young-interests', at: young('/kepentingan'), isWordy: true },
  { name: 'young-tasks', at: young('/tugas') },
  { name: 'young-accountability', at: young('/akuntabilitas') },
  { name: 'lost', at: young('/tujuan/019aaaaa-0000-7000-8000-000000000000') },
].map((screen) => ({ ...screen, viewer: 'newcomer' as const }));

export const screens: readonly ProductScreen[] = [...outside, ...partnership, ...personal, ...frame, ...begun];
