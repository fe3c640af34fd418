import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
let page: Page;

beforeAll(async () => {
  app = await startApp({ empty: true });
  page = await app.newPage({ as: 'admin' });
});
afterAll(() => app?.close());

it('an empty register tells its first steps, until it holds an organisation from outside', async () => {
  await page.goto('/');
  await page.getByRole('heading', { name: 'Primeros pasos' }).waitFor();
  await shoot(page, 'first-steps');
  await page.getByText('npm run tejido -- import organisations').waitFor();
  await page.getByRole('link', { name: 'Dar acceso a quienes trabajarán en él' }).click();
  await page.waitForURL('**/ajustes/usuarios');
  await page.goto('/');
  await page.getByRole('link', { name: 'Registrar la primera organización' }).click();
  await page.waitForURL('**/organizaciones/nueva');
  await page.getByRole('textbox', { name: /^Nombre\s*\*?$/ }).fill('Fundación Primera');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.waitForURL(/\/organizaciones\/[0-9a-f-]{36}$/);
  await page.goto('/');
  await page.getByText('Alianzas vigentes').first().waitFor();
  expect(await page.getByRole('heading', { name: 'Primeros pasos' }).count()).toBe(0);
  expect(app.complaints).toEqual([]);
});
