import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

it('the secretariat merges two records after seeing what will move, and takes it back', async () => {
  const page = await app.newPage({ as: 'secretariat' });
  await page.goto('/organizaciones?text=UNICEF');
  await page.getByRole('link', { name: /Infancia/ }).first().click();
  await page.getByRole('button', { name: 'Más acciones' }).click();
  await page.getByRole('menuitem', { name: /Unir con/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('ACNUR');
  await page.getByRole('option').first().click();
  await dialog.getByText(/Pasan \d+ registros/).waitFor();
  await shoot(page, 'merge-preview');
  await dialog.getByRole('button', { name: 'Unir', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /ACNUR/ }).waitFor();
  await page.getByText(/Se le unió «Fondo de las Naciones Unidas para la Infancia»/).waitFor();
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deshacer' }).click();
  await page.getByRole('heading', { level: 1, name: /UNICEF/ }).waitFor();
  expect(await page.getByText(/Se le unió/).count()).toBe(0);
  expect(app.complaints).toEqual([]);
});
