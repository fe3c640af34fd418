import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

describe('a delegate who looks for a partner', () => {
  it('finds it by a misspelt acronym, sees who knows it, and how to reach them', async () => {
    const page = await app.newPage({ as: 'delegate' });
    await page.goto('/organizaciones');
    await page.getByRole('searchbox').fill('AGNUR');
    const found = page.getByRole('link', { name: /Alto Comisionado/ });
    await found.waitFor();
    // On a slow machine the whole list stands there until the search has answered; it holds the one too.
    await page.waitForFunction(() => document.querySelectorAll('table a').length === 1);
    await shoot(page, 'delegate-finds-misspelt');
    await found.click();
    await page.getByRole('heading', { level: 1, name: /ACNUR/ }).waitFor();
    const knows = page.locator('section', { has: page.getByRole('heading', { name: 'Quién la conoce' }) });
    await knows.getByText(/Se reunió/).first().waitFor();
    await shoot(page, 'delegate-sees-who-knows');
    // Somebody with a way to reach them: a person of a national body, or a colleague.
    expect(await knows.locator('a[href^="mailto:"]').count()).toBeGreaterThan(0);
    const person = knows.locator('a[href^="/personas/"]').first();
    const name = await person.innerText();
    await person.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('heading', { name: 'Cargos' }).waitFor();
    await shoot(page, 'delegate-reaches-person');
    expect(app.complaints).toEqual([]);
  });

  it('keeps the search in the address, so that a colleague sees the same', async () => {
    const page = await app.newPage({ as: 'delegate', size: { width: 390, height: 844 } });
    await page.goto('/organizaciones?text=UNHRC&alliance=%5B%22allied%22%5D');
    await page.getByRole('link', { name: /Alto Comisionado/ }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('UNHRC');
    await shoot(page, 'delegate-search-phone');
  });
});

it('an observer sees who holds which post, and nobody\'s contact details', async () => {
  const page = await app.newPage({ as: 'observer' });
  await page.goto('/personas');
  await page.getByRole('table').getByRole('link').first().waitFor();
  expect(await page.locator('a[href^="mailto:"], a[href^="tel:"]').count()).toBe(0);
  await page.getByRole('table').locator('a[href^="/personas/"]').first().click();
  await page.getByText('Los datos de contacto no son visibles para su perfil.').waitFor();
  expect(await page.getByRole('button', { name: 'Editar' }).count()).toBe(0);
});
