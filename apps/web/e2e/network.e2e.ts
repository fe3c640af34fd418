import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';
import { countsOf, edgePoint, mapDrawn, nodePoint } from './support/network.js';

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

const openNetwork = async (page: Page, address = '/red') => {
  await page.goto(address);
  await mapDrawn(page);
};

describe('the secretariat looks at the network', () => {
  it('sees every organisation and tie that is counted, filters by country and by day, and moves nobody', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await openNetwork(page);
    const all = await countsOf(page);
    expect(all.organisations).toBeGreaterThan(50);
    expect(all.drawn).toEqual({ organisations: all.organisations, ties: all.ties });
    await shoot(page, 'network');
    const before = all.positions;

    await page.getByRole('button', { name: 'Filtros' }).click();
    await page.getByLabel('Honduras').check();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Quitar Honduras' }).waitFor();
    await page.waitForURL(/country=.*HN/);
    await mapDrawn(page);
    const honduras = await countsOf(page);
    expect(honduras.organisations).toBeLessThan(all.organisations);
    expect(honduras.drawn).toEqual({ organisations: honduras.organisations, ties: honduras.ties });
    for (const [id, place] of Object.entries(honduras.positions)) expect(place).toEqual(before[id]);
    await shoot(page, 'network-honduras');

    await page.getByRole('button', { name: 'Quitar Honduras' }).click();
    await page.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await page.waitForURL(/day=2019-12-31/);
    await page.getByText('Al 31 dic 2019').waitFor();
    await mapDrawn(page);
    const then = await countsOf(page);
    expect(then.ties).toBeLessThan(all.ties);
    expect(then.drawn).toEqual({ organisations: then.organisations, ties: then.ties });
    await shoot(page, 'network-2019');
    await page.close();
  });

  it('opens the evidence of a tie by clicking it, and the profile of an organisation by a double click', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await openNetwork(page);
    const edge = await edgePoint(page);
    await page.mouse.click(edge.x, edge.y);
    await page.getByRole('heading', { name: 'Por qué están vinculadas' }).waitFor();
    await page.waitForURL(/at=.*to=/);
    const panel = page.getByRole('complementary');
    await panel.getByRole('listitem').first().waitFor();
    await shoot(page, 'network-evidence');
    const evidence = panel.getByRole('listitem').getByRole('link');
    if (await evidence.count() > 0) expect(await evidence.first().getAttribute('href')).toMatch(/^\/(acuerdos|reuniones|actividades)\//);

    await page.getByRole('button', { name: 'Dejar de elegir' }).click();
    const node = await nodePoint(page);
    await page.mouse.click(node.x, node.y);
    await page.getByRole('link', { name: 'Abrir su perfil' }).waitFor();
    await page.waitForURL(new RegExp(`at=.*${node.id}`));
    await shoot(page, 'network-organisation');
    const again = await nodePoint(page, node.id);
    await page.mouse.dblclick(again.x, again.y);
    await page.waitForURL(`**/organizaciones/${node.id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Su red' }).waitFor();
    await mapDrawn(page);
    await shoot(page, 'network-profile');
    await page.close();
  });

  it('walks from neighbour to neighbour by keyboard, and reads the same counts in the table twin', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await openNetwork(page);
    const all = await countsOf(page);
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/at=/);
    const first = new URL(page.url()).searchParams.get('at');
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(150);
      if (new URL(page.url()).searchParams.get('at') !== first) break;
    }
    expect(new URL(page.url()).searchParams.get('at')).not.toBe(first);

    await page.getByText('Tabla', { exact: true }).click();
    const table = page.getByRole('table', { name: 'Organizaciones' });
    await table.waitFor();
    const counted = await page.getByRole('heading', { level: 2, name: /^(Organizaciones|Vínculos)$/ }).evaluateAll((heads) => heads.map((head) => Number(head.nextElementSibling?.textContent)));
    expect(counted).toEqual([all.organisations, all.ties]);
    await page.getByRole('table', { name: 'Vínculos' }).getByRole('button', { name: /Ver por qué/ }).first().click();
    await page.getByRole('heading', { name: 'Por qué están vinculadas' }).waitFor();
    await shoot(page, 'network-table');
    await page.close();
  });

  it('on a phone, in English, sees the map and the chosen organisation in a sheet', async () => {
    const page = await app.newPage({ as: 'delegate', language: 'en', size: { width: 390, height: 844 } });
    await page.addInitScript(() => localStorage.setItem('tejido.language', 'en'));
    await openNetwork(page);
    await shoot(page, 'network-phone');
    const node = await nodePoint(page);
    await page.mouse.click(node.x, node.y);
    await page.getByRole('link', { name: 'Open its profile' }).waitFor();
    await page.waitForTimeout(400);
    await shoot(page, 'network-phone-sheet');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    await page.close();
  });

  it('without any complaint of the browser', () => {
    expect(app.complaints).toEqual([]);
  });
});
