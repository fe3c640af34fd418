import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

const bell = (page: Page) => page.getByRole('link', { name: /^Avisos: / });
/** What the bell says is unread. */
const unread = async (page: Page): Promise<number> => Number(/Avisos: (\d+) sin leer/.exec((await bell(page).getAttribute('aria-label')) ?? '')?.[1] ?? 0);

/** The jobs run once the server has started: the page is asked again until they have. */
async function openWhenTold(page: Page, path: string, shows: () => Promise<boolean>): Promise<void> {
  for (;;) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    if (await shows()) return;
    await page.waitForTimeout(500);
  }
}

describe('what is due', () => {
  it('rings in the bar, leads to the record, and is read once it was opened', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await openWhenTold(page, '/', async () => (await unread(page)) > 0);
    const before = await unread(page);
    await bell(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Avisos' }).waitFor();
    const list = page.getByRole('list', { name: 'Avisos' });
    await list.getByRole('listitem').first().waitFor();
    expect(await list.getByRole('listitem').count()).toBe(before);
    await shoot(page, 'notifications');
    await list.getByRole('link').first().click();
    await page.waitForURL(/\/compromisos\/[0-9a-f-]{36}$/);
    await page.waitForFunction((count) => document.querySelector('a[href="/avisos"]')?.getAttribute('aria-label') === `Avisos: ${count} sin leer`, before - 1);
    await page.goBack();
    // What was read before stands until it is read again.
    await page.waitForFunction((count) => document.querySelectorAll('ul[aria-label="Avisos"] > li').length === count, before - 1);

    await page.getByText('Todos', { exact: true }).click();
    await page.waitForFunction((count) => document.querySelectorAll('ul[aria-label="Avisos"] > li').length === count, before);
    await page.getByRole('button', { name: /^Marcar como no leído: / }).click();
    await page.getByText('Sin leer', { exact: true }).click();
    await page.getByRole('button', { name: 'Marcar todo como leído' }).click();
    await page.getByText('Todo leído').waitFor();
    expect(await bell(page).getAttribute('aria-label')).toBe('Avisos: ninguno sin leer');
    expect(app.complaints).toEqual([]);
  });

  it('fits a phone, in English too', async () => {
    const page = await app.newPage({ as: 'verifier', size: { width: 390, height: 844 } });
    await page.goto('/ajustes');
    await page.getByText('English', { exact: true }).click();
    await openWhenTold(page, '/avisos', async () => (await page.locator('main').getByRole('list', { name: 'Notifications' }).getByRole('listitem').count()) > 0);
    await shoot(page, 'notifications-phone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
});

it('each person chooses how often the digest comes', async () => {
  const page = await app.newPage({ as: 'delegate' });
  await page.goto('/ajustes');
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Avisos por correo' }) });
  expect(await section.getByRole('radio', { name: 'Cada semana' }).isChecked()).toBe(true);
  await section.getByText('Nunca', { exact: true }).click();
  await page.getByText('Guardado').waitFor();
  await page.reload();
  await section.getByText('Los avisos siguen en esta página.').waitFor();
  expect(await section.getByRole('radio', { name: 'Nunca' }).isChecked()).toBe(true);
});

describe('the mailbox', () => {
  it('shows the secretariat what would have been sent, as it looks and as text', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    const to = page.getByRole('row', { name: /presidencia@demo\.tejido\.example/ });
    // A new week may begin before seven in the morning: then the digest of a Monday is not due yet, and "daily" is neither.
    const early = new Date(Date.now() - 6 * 3_600_000).getUTCHours() < 7;
    if (early && new Date(Date.now() - 6 * 3_600_000).getUTCDay() === 1) return;
    await openWhenTold(page, '/mailbox', async () => (await to.count()) > 0);
    expect(new URL(page.url()).pathname).toBe('/correo');
    await to.getByRole('button').click();
    const mail = page.frameLocator('iframe[title="El correo, como se ve"]');
    await mail.getByRole('heading', { name: /Actas por aprobar/ }).waitFor();
    await shoot(page, 'mailbox');
    expect(await mail.getByRole('link', { name: 'Cambiar la frecuencia o dejar de recibirlo' }).getAttribute('href')).toMatch(/\/ajustes$/);
    await page.getByRole('tab', { name: 'Solo texto' }).click();
    await page.getByText(/Le esperan? \d+ asuntos?/).last().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(app.complaints).toEqual([]);
  });

  it('is no page for anybody else', async () => {
    const page = await app.newPage({ as: 'delegate' });
    await page.goto('/correo');
    await page.getByText('Esta página no existe').waitFor();
    expect(await page.getByRole('link', { name: 'Correo', exact: true }).count()).toBe(0);
  });
});
