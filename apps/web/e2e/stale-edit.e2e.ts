import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

/** Opens the edit form of UNICEF. */
async function openForm(page: Page): Promise<void> {
  await page.goto('/organizaciones?text=UNICEF');
  await page.getByRole('link', { name: /Infancia/ }).first().click();
  await page.getByRole('button', { name: 'Editar' }).click();
  await page.getByLabel('Descripción').waitFor();
}
const save = (page: Page) => page.getByRole('button', { name: 'Guardar organización' }).click();
const saved = (page: Page) => page.getByRole('heading', { level: 1, name: /UNICEF/ }).waitFor();

describe('two people edit one organisation', () => {
  it('and the second sees what changed, keeps theirs, and loses nothing', async () => {
    const [first, second] = await Promise.all([app.newPage({ as: 'secretariat' }), app.newPage({ as: 'admin' })]);
    await Promise.all([openForm(first), openForm(second)]);
    await first.getByLabel('Descripción').fill('Lo que escribió la primera');
    await first.getByLabel('Sigla', { exact: true }).fill('UNICEF-1');
    await save(first);
    await first.getByRole('heading', { level: 1, name: /UNICEF-1/ }).waitFor();

    await second.getByLabel('Descripción').fill('Lo que escribió la segunda');
    await second.getByLabel('Nombre en inglés').fill('Children’s Fund');
    await save(second);
    const dialog = second.getByRole('dialog');
    await dialog.getByText('Lo que escribió la primera').waitFor();
    // Only what both changed is asked; the acronym and the English name were changed by one alone.
    expect(await dialog.getByRole('radiogroup').count()).toBe(1);
    expect(await dialog.getByText('Lo que escribió la segunda').count()).toBe(1);
    await shoot(second, 'stale-edit-conflict');
    await dialog.getByRole('button', { name: 'Guardar con esta elección' }).click();
    await second.getByRole('heading', { level: 1, name: /UNICEF-1/ }).waitFor();
    await second.getByText('Lo que escribió la segunda').waitFor();
    await second.getByText('Children’s Fund').waitFor();
    await shoot(second, 'stale-edit-resolved');
  });

  it('and edits of different fields both stay, without a question', async () => {
    const [first, second] = await Promise.all([app.newPage({ as: 'secretariat' }), app.newPage({ as: 'admin' })]);
    await Promise.all([openForm(first), openForm(second)]);
    await first.getByLabel('Sigla en inglés').fill('UNCF');
    await save(first);
    await saved(first);
    await second.getByLabel('Descripción').fill('Otra descripción');
    await save(second);
    await saved(second);
    await second.getByText('Otra descripción').waitFor();
    await openForm(second);
    expect(await second.getByLabel('Sigla en inglés').inputValue()).toBe('UNCF');
  });

  it('and what was typed survives a reload of the page', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await openForm(page);
    await page.getByLabel('Descripción').fill('A medio escribir');
    await page.waitForTimeout(500);
    await page.reload();
    await page.getByText('Recuperamos lo que había escrito aquí.').waitFor();
    expect(await page.getByLabel('Descripción').inputValue()).toBe('A medio escribir');
  });
});
