import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  page = await app.newPage({ as: 'delegate' });
});
afterAll(async () => { await app?.close(); });

const palette = async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Buscar organizaciones/ }).and(page.locator(':focus')).waitFor();
};

describe('whoever looks for something, by keyboard alone', () => {
  it('opens the profile of an organisation whose acronym is misspelt, from any page', async () => {
    await page.goto('/reuniones');
    await page.getByRole('heading', { name: 'Reuniones' }).waitFor();
    await palette();
    await page.keyboard.type('ancur');
    await page.getByRole('option').first().getByText('Alto Comisionado').waitFor();
    await shoot(page, 'search-palette');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/organizaciones\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { level: 1, name: /Alto Comisionado/ }).waitFor();
    expect(await page.title()).toMatch(/Alto Comisionado.* · Tejido$/);
  });

  it('waits for the answer when Enter comes first', async () => {
    await palette();
    await page.keyboard.type('unodc');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Droga y el Delito/ }).waitFor();
  });

  it('comes back to what was opened last, and begins something new', async () => {
    await palette();
    const options = page.getByRole('option');
    expect(await options.first().textContent()).toMatch(/Droga y el Delito/);
    expect(await options.nth(1).textContent()).toMatch(/Alto Comisionado/);
    await shoot(page, 'search-recent');
    await page.keyboard.type('registrar reun');
    await page.getByRole('option', { name: 'Registrar reunión' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Registrar reunión').first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('hears when nothing fits, and leaves the page as it is with Escape', async () => {
    await palette();
    await page.keyboard.type('xqzwv');
    await page.getByText('Nada coincide con «xqzwv»').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: /Buscar organizaciones/ }).waitFor({ state: 'detached' });
    expect(page.url()).toMatch(/organizaciones/);
  });

  it('goes through the frame in a sensible order', async () => {
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Saltar al contenido');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.getByRole('link', { name: 'Propuestas' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Propuestas' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.goto('/no-hay-tal-pagina');
    await page.getByText('Esta página no existe').waitFor();
    expect(await page.title()).toBe('Esta página no existe · Tejido');
    expect(app.complaints).toEqual([]);
  });
});
