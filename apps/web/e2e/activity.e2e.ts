import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

const TITLE = 'Taller regional de rutas de protección';
const PHONE = { width: 390, height: 844 };

/** The indicator's number of this year. */
async function counted(page: Page): Promise<number> {
  const answer = await page.request.post(`${app.url}/graphql`, {
    data: { query: '{ indicatorReport(code: "joint_activities_done", from: "2026-01-01", to: "2026-12-31") { value } }' }, headers: { origin: app.url },
  });
  return ((await answer.json()) as { data: { indicatorReport: { value: number } } }).data.indicatorReport.value;
}

describe('a joint activity', () => {
  it('is registered with a partner that contributes, completed and proved, and counts once a second person verified it', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto('/actividades');
    const before = await counted(page);
    await page.getByRole('button', { name: 'Registrar actividad' }).click();
    await page.getByLabel('Título', { exact: false }).first().fill(TITLE);
    await page.getByLabel('Comienza').fill('20/11/2026');
    await page.getByLabel('Termina').fill('19/11/2026');
    await page.getByRole('textbox', { name: 'Quiénes participan' }).fill('UNICEF');
    await page.getByRole('option', { name: /UNICEF/ }).first().click();
    await page.getByRole('button', { name: 'Guardar actividad' }).click();
    await page.getByText('El fin es anterior al inicio.').waitFor(); // and its kind is missing
    await shoot(page, 'activity-problems-1440');
    await page.getByLabel('Termina').fill('21/11/2026');
    await page.getByRole('combobox', { name: 'Tipo' }).click();
    await page.getByRole('option', { name: 'Taller' }).click();
    await page.getByRole('combobox', { name: 'Estrategia' }).fill('E3.A2');
    await page.getByRole('option', { name: /^E3\.A2/ }).click();
    await page.getByRole('button', { name: 'Guardar actividad' }).click();

    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await page.getByText('Todavía no cuenta para el indicador').waitFor();
    await page.getByRole('button', { name: 'Marcar como realizada' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Marcar como realizada' }).click();
    await page.getByText('Falta que una segunda persona verifique su evidencia.').waitFor();
    await page.getByRole('button', { name: 'Añadir dirección o archivo físico' }).click();
    await page.getByLabel('Documento').fill('Informe del taller');
    await page.getByRole('button', { name: 'Guardar evidencia' }).click();
    await page.getByText('Hace falta este dato.').waitFor(); // it must be found somewhere
    await page.getByLabel('Dónde está archivado').fill('Archivo de la secretaría, 2026-114');
    await page.getByRole('button', { name: 'Guardar evidencia' }).click();
    await page.getByText('Por verificar', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Verificar', exact: true }).count()).toBe(0); // nobody verifies what they added
    await shoot(page, 'activity-to-verify-1440');
    expect(await counted(page)).toBe(before);

    const verifier = await app.newPage({ as: 'verifier', size: PHONE });
    await verifier.goto(page.url());
    await verifier.getByRole('button', { name: 'Verificar', exact: true }).click();
    await verifier.getByText('Cuenta para el indicador de 2026').waitFor();
    const overflow = await verifier.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await shoot(verifier, 'activity-counts-390');
    expect(await counted(page)).toBe(before + 1);
    expect(app.complaints).toEqual([]);
  });

  it('is found by its partner and by what it lacks, on a phone too', async () => {
    const page = await app.newPage({ as: 'delegate' });
    await page.goto('/actividades');
    await page.getByLabel('Organización').fill('unicef');
    await page.getByRole('option', { name: /^UNICEF/ }).first().click();
    await page.getByRole('link', { name: TITLE }).waitFor();
    await page.getByRole('checkbox', { name: 'Cuenta', exact: true }).check();
    await page.getByRole('link', { name: TITLE }).waitFor();
    await shoot(page, 'activities-1440');
    const phone = await app.newPage({ as: 'delegate', size: PHONE });
    await phone.goto(page.url());
    await phone.getByRole('link', { name: TITLE }).waitFor();
    await shoot(phone, 'activities-390');
    await phone.getByRole('link', { name: TITLE }).click();
    await phone.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    // The secretariat's: a delegate reads it, and changes nothing.
    expect(await phone.getByRole('button', { name: 'Editar' }).count()).toBe(0);
    expect(app.complaints).toEqual([]);
  });
});
