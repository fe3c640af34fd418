import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

const TITLE = 'Memorando de prueba con UNICEF';

async function chooseParty(page: Page, typed: string, name: RegExp) {
  await page.getByLabel('Partes').first().fill(typed);
  await page.getByRole('option', { name }).first().click();
}

async function recordSignature(page: Page, day: string) {
  await page.getByRole('button', { name: 'Registrar firma' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Firmó el').fill(day);
  await dialog.getByRole('button', { name: 'Registrar firma' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

describe('an agreement', () => {
  it('is registered, waits for its signatures, is proved, and counts once a second person has verified it', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto('/acuerdos/nuevo');
    await page.getByLabel('Título').first().fill(TITLE);
    await page.getByLabel('Etapa antes de la firma').first().click();
    await page.getByRole('option', { name: 'Texto acordado' }).click();
    await chooseParty(page, 'unicef', /UNICEF/);
    await page.getByLabel('Rige desde').fill('01/03/2026');
    await page.getByLabel('Rige hasta').fill('01/02/2026');
    await page.getByRole('button', { name: 'Guardar acuerdo' }).click();
    await page.getByText('El fin es anterior al inicio.').waitFor();
    expect(await page.getByLabel('Título').first().inputValue()).toBe(TITLE);
    await shoot(page, 'agreement-contradiction');
    await page.getByLabel('Rige desde').fill('');
    await page.getByLabel('Rige hasta').fill('31/12/2030');
    await page.getByRole('button', { name: 'Guardar acuerdo' }).click();

    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    await page.getByText(/^Espera la firma de .*UNICEF/).waitFor();
    await shoot(page, 'agreement-waits');
    await recordSignature(page, '01/02/2026');
    await recordSignature(page, '15/02/2026');
    await page.getByText(/Vigente desde la última firma, el 15 feb 2026/).waitFor();

    await page.getByText('No cuenta como alianza hoy').waitFor();
    await page.getByRole('button', { name: 'Añadir dirección o archivo físico' }).click();
    await page.getByLabel('Documento').fill('Texto firmado');
    await page.getByLabel('Dirección oficial').fill('https://www.unicef.org/lac/memorando.pdf');
    await page.getByRole('button', { name: 'Guardar evidencia' }).click();
    await page.getByText('Usted la añadió: la verifica otra persona.').waitFor();
    expect(await page.getByRole('button', { name: 'Verificar', exact: true }).count()).toBe(0);
    await shoot(page, 'agreement-to-verify');

    const second = await app.newPage({ as: 'verifier' });
    await second.goto('/acuerdos');
    await second.getByRole('link', { name: 'Revisar' }).click();
    const row = second.getByRole('listitem').filter({ hasText: TITLE });
    await row.getByRole('button').click();
    await shoot(second, 'agreement-queue');
    await second.getByRole('heading', { name: 'Texto firmado', level: 2 }).waitFor();
    await second.getByRole('button', { name: 'Verificar', exact: true }).click();
    await row.waitFor({ state: 'hidden' });
    await second.goto(page.url());
    await second.getByText('Cuenta como alianza', { exact: true }).waitFor();
    await shoot(second, 'agreement-counts');
  });

  it('shows a stale edit, and loses nothing of either', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto(`/acuerdos?text=${encodeURIComponent(TITLE)}`);
    await page.getByRole('link', { name: TITLE }).first().click();
    await page.getByRole('button', { name: 'Editar' }).click();
    await page.getByLabel('Título').first().fill('El título de la primera');
    const second = await app.newPage({ as: 'verifier' });
    await second.goto(page.url());
    await second.getByLabel('Título').first().fill('El título de la segunda');
    await second.getByText('Tráfico ilícito de migrantes', { exact: true }).click();
    await second.getByRole('button', { name: 'Guardar acuerdo' }).click();
    await second.getByRole('heading', { name: 'El título de la segunda', level: 1 }).waitFor();

    await page.getByRole('button', { name: 'Guardar acuerdo' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('El título de la segunda').waitFor();
    await shoot(page, 'agreement-conflict');
    await dialog.getByRole('button', { name: 'Guardar con esta elección' }).click();
    await page.getByRole('heading', { name: 'El título de la primera', level: 1 }).waitFor();
    await page.getByText('Tráfico ilícito de migrantes').first().waitFor(); // the other's change to another field stays
  });

  it('offers a delegate of a country nothing to change', async () => {
    const page = await app.newPage({ as: 'delegate', size: { width: 390, height: 844 } });
    await page.goto('/acuerdos?text=UNICEF');
    await page.getByRole('link', { name: /UNICEF/ }).first().click();
    await page.getByText('Partes y firmas').waitFor();
    expect(await page.getByRole('button', { name: /Editar|Acciones|Registrar firma|Añadir dirección/ }).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    await shoot(page, 'agreement-delegate-390');
  });

  it('leaves no complaint in the browser', () => {
    expect(app.complaints).toEqual([]);
  });
});
