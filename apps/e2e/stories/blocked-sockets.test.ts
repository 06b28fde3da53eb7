import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Goal } from '@mufakat/domain';
import type { WebSocketRoute } from 'playwright-core';
import type { Screen } from '../browser/browser.js';
import { useStage } from '../browser/stage.js';
import { goal } from '../browser/things.js';
import { beginParagraph, saved, text } from '../browser/writing.js';

const stage = useStage();

/** Puts a network between Siti and the server that treats the sockets of texts in this way, and opens the text there. */
async function enterThrough(network: (socket: WebSocketRoute) => void, path: string): Promise<Screen> {
  const siti = await stage().enter('siti', '/tujuan');
  await siti.page.routeWebSocket(/\/collab\//, network);
  await siti.page.goto(stage().address(path));
  return siti;
}

describe('in a network that', () => {
  let draft: Goal;
  let hadi: Screen;
  beforeEach(async () => {
    draft = await goal(stage().table, 'Ekspor kursi jati');
    hadi = await stage().enter('hadi', `/tujuan/${draft.id}`);
    await text(hadi.page).waitFor();
  });

  it.each([
    ['closes every socket', (socket: WebSocketRoute) => void socket.close()],
    ['opens sockets and swallows what goes through them', () => undefined],
  ])('%s, two firms still write one text', async (_, network) => {
    const siti = await enterThrough(network, `/tujuan/${draft.id}`);
    await beginParagraph(siti.page);
    await siti.page.keyboard.type('Dari jaringan kantor.');
    await saved(siti.page).waitFor({ timeout: 12_000 });
    await text(hadi.page).getByText('Dari jaringan kantor.').waitFor({ timeout: 2_000 });

    await beginParagraph(hadi.page);
    await hadi.page.keyboard.type('Dibalas dari rumah.');
    await text(siti.page).getByText('Dibalas dari rumah.').waitFor({ timeout: 20_000 });
    await saved(siti.page).waitFor({ timeout: 1_000 });
  });

  it('lets sockets through again, the page goes back to them', async () => {
    let isBlocked = true;
    const siti = await enterThrough((socket) => {
      if (isBlocked) void socket.close();
      else socket.connectToServer();
    }, `/tujuan/${draft.id}`);
    await beginParagraph(siti.page);
    await siti.page.keyboard.type('Tanpa soket.');
    await saved(siti.page).waitFor({ timeout: 12_000 });
    isBlocked = false;
    await hadi.page.reload();
    // Who else is here travels over sockets only.
    await text(siti.page).click();
    await hadi.page.getByText('Siti Aminah sedang menulis').waitFor({ timeout: 20_000 });
    await siti.page.keyboard.type('Dengan soket.');
    await text(hadi.page).getByText('Dengan soket.').waitFor({ timeout: 2_000 });
  });
});

describe('words written without a network', () => {
  it('outlive the browser being closed, and go out when it is opened again', async () => {
    const draft = await goal(stage().table, 'Bahan baku bersama');
    const siti = await stage().enter('siti', `/tujuan/${draft.id}`);
    await beginParagraph(siti.page);
    await saved(siti.page).waitFor();
    await siti.context.setOffline(true);
    await siti.page.keyboard.type('Ditulis di kapal.');
    await siti.page.getByRole('button', { name: 'Hanya di perangkat ini (17)' }).waitFor();
    await siti.page.close();

    const reopened = await siti.context.newPage();
    await siti.context.setOffline(false);
    await reopened.goto(stage().address(`/tujuan/${draft.id}`));
    await text(reopened).getByText('Ditulis di kapal.').waitFor();
    await saved(reopened).waitFor();
    const hadi = await stage().enter('hadi', `/tujuan/${draft.id}`);
    await text(hadi.page).getByText('Ditulis di kapal.').waitFor();
  });

  it('are offered back when the text may no longer be written, until their author decides', async () => {
    const draft = await goal(stage().table, 'Pameran bersama');
    const { page, context } = await stage().enter('siti', `/tujuan/${draft.id}`);
    await beginParagraph(page);
    await saved(page).waitFor();
    await context.setOffline(true);
    await page.keyboard.type('Terlambat ditulis.');
    await page.getByRole('button', { name: 'Hanya di perangkat ini (18)' }).waitFor();
    const { partnershipId, hadi } = stage().table;
    await hadi.caller.call('archiveGoal', { partnershipId, goalId: draft.id, version: draft.version });
    await context.setOffline(false);

    const offered = page.getByRole('region', { name: 'Tulisan Anda yang belum tersimpan' });
    await offered.getByText('Terlambat ditulis.').waitFor();
    await page.getByRole('button', { name: 'Ditolak' }).waitFor();
    await page.reload();
    await offered.getByText('Terlambat ditulis.').waitFor();
    expect(await text(page).getByText('Terlambat ditulis.').count()).toBe(0);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      offered.getByRole('button', { name: 'Unduh' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('tulisan-belum-tersimpan.txt');
    await offered.getByRole('button', { name: 'Hapus dari sini' }).click();
    await saved(page).waitFor();
    await page.reload();
    await text(page).waitFor();
    expect(await offered.count()).toBe(0);
  });
});
