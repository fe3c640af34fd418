import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

const PARTNER = 'Foro de Alcaldías de Frontera';
const GUEST = 'Ernesto Rosario Palacios';
const [HELD, NEXT] = ['Primera mesa de frontera', 'Segunda mesa de frontera'];
const PROMISE = 'Enviar el mapa de servicios';

async function log(page: Page, title: string, when: string, guest: string | null): Promise<string> {
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('r');
  const form = page.getByRole('dialog').filter({ hasText: 'Cuándo' });
  await form.getByLabel('Organizaciones presentes').fill(PARTNER);
  await page.getByRole('option').filter({ hasText: PARTNER }).first().click();
  if (guest) {
    await form.getByLabel('Personas presentes').fill(guest);
    await page.getByRole('option').filter({ hasText: guest }).first().click();
  }
  await form.getByRole('textbox', { name: 'Cuándo', exact: true }).fill(when);
  await form.getByLabel('Asunto').fill(title);
  await form.getByRole('button', { name: 'Guardar reunión' }).click();
  await page.getByRole('link', { name: 'Ver la reunión' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}
const confirm = async (page: Page, name: string) => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
};
const saved = (page: Page) => page.getByTestId('save-state').getByText('Guardado', { exact: true }).waitFor();

describe('the life of a meeting', () => {
  let meeting = '';

  it('is planned with an agenda, and its guests are invited', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    meeting = await log(page, HELD, 'mañana 10:00', GUEST);
    await page.getByRole('button', { name: 'Preparar la agenda' }).click();
    await page.getByLabel('Punto 1', { exact: true }).fill('Apertura');
    await page.keyboard.press('Enter');
    await page.getByLabel('Punto 2', { exact: true }).fill('Servicios en la frontera');
    await page.getByRole('button', { name: 'Guardar agenda' }).click();
    await page.getByText('Agenda guardada').waitFor();
    await page.getByRole('button', { name: 'Más acciones', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Enviar invitaciones…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Enviar invitaciones' });
    await dialog.getByText(GUEST).waitFor();
    await dialog.getByRole('button', { name: /^Enviar a 1 persona/ }).click();
    await page.getByText(/^Invitaciones en camino/).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await shoot(page, 'life-planned');

    // Sent by a job: the mailbox is asked again until it has.
    const mail = page.getByRole('row', { name: new RegExp(`Invitación: ${HELD}`) });
    for (;;) {
      await page.goto('/correo');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      if ((await mail.getByText('Guardado aquí').count()) > 0) break;
      await page.waitForTimeout(500);
    }
    await mail.getByRole('button').click();
    const letter = page.frameLocator('iframe[title="El correo, como se ve"]');
    await letter.getByText(HELD).waitFor();
    await letter.getByText('2. Servicios en la frontera').waitFor();
    await page.getByRole('group', { name: 'Adjuntos' }).getByRole('link').waitFor();
    await shoot(page, 'life-invited');
  });

  it('is held, and minuted point by point: who spoke for whom, a table, a decision, a promise, and what few may read', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto(`${meeting}/editar`);
    await page.getByRole('textbox', { name: 'Cuándo', exact: true }).fill('ayer 10:00');
    await page.getByRole('button', { name: 'Guardar reunión' }).click();
    await page.getByRole('link', { name: 'Empezar el acta' }).click();
    await page.getByRole('button', { name: 'Empezar el acta' }).click();
    const opening = page.getByRole('textbox', { name: 'Texto de «Apertura»' });
    await opening.click();
    await page.keyboard.type('Se dio la bienvenida.');
    await page.getByRole('radiogroup', { name: `Asistencia de ${GUEST}` }).getByText('Representa').click();
    await page.getByRole('button', { name: '¿En representación de quién?' }).click();
    await page.getByRole('textbox', { name: 'En representación de' }).fill('UNODC');
    await page.getByRole('option').filter({ hasText: 'UNODC' }).first().click();
    await page.getByRole('button', { name: 'En representación de UNODC' }).waitFor();

    const point = page.getByRole('region', { name: 'Servicios en la frontera' });
    await point.getByRole('textbox', { name: 'Texto de «Servicios en la frontera»' }).click();
    await page.keyboard.type('Se revisaron los servicios:');
    await point.getByRole('button', { name: 'Tabla', exact: true }).click();
    await page.getByRole('button', { name: 'Tabla de 2 × 2' }).click();
    await page.waitForFunction(() => document.activeElement?.matches('[contenteditable=true]'));
    await page.keyboard.type('Municipio');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Servicio');
    await point.getByRole('button', { name: 'Anotar decisión' }).click();
    await point.getByLabel('Qué se decidió').fill('Abrir tres puntos de atención.');
    await point.getByRole('button', { name: 'Guardar decisión' }).click();
    await point.getByText('Decisión 1').waitFor();
    await point.getByRole('button', { name: 'Anotar compromiso' }).click();
    await point.getByLabel('Qué se hará').fill(PROMISE);
    await point.getByLabel('A quién').click();
    await page.getByRole('option', { name: PARTNER }).click();
    await point.getByRole('button', { name: 'Guardar compromiso' }).click();
    await point.getByText(PROMISE).waitFor();

    await page.getByRole('button', { name: 'Añadir apartado' }).click();
    const reserved = page.getByRole('region', { name: 'Apartado sin título' });
    await reserved.getByLabel('Título del apartado').fill('Nota interna');
    await saved(page);
    await page.getByRole('button', { name: 'Acciones de «Nota interna»' }).click();
    await page.getByRole('menuitem', { name: 'Solo la secretaría' }).click();
    await page.getByText('Reservado a la secretaría').waitFor();
    await saved(page);
    await shoot(page, 'life-minuted');
  });

  it('is circulated, observed and answered, approved, and leaves as a document', async () => {
    const [page, delegate, presidency] = await Promise.all([app.newPage({ as: 'secretariat' }), app.newPage({ as: 'delegate' }), app.newPage({ as: 'presidency' })]);
    await page.goto(`${meeting}/acta`);
    await confirm(page, 'Circular');
    await page.getByText(/^La circuló/).waitFor();

    await delegate.goto(`${meeting}/acta`);
    await delegate.getByText('Abrir tres puntos de atención.').waitFor();
    await delegate.getByRole('table').getByText('Municipio').waitFor();
    expect(await delegate.getByText('Nota interna').count()).toBe(0);
    await delegate.getByLabel('Su observación').fill('Falta decir en qué municipios.');
    await delegate.getByRole('button', { name: 'Enviar observación' }).click();
    await delegate.getByText('Sin respuesta', { exact: true }).waitFor();
    await confirm(delegate, 'Estoy conforme');
    await delegate.getByText(/^Delegaciones conformes: 1 de 1/).waitFor();
    await shoot(delegate, 'life-observed');

    const phone = await app.newPage({ as: 'verifier', size: { width: 390, height: 844 } });
    await phone.goto('/ajustes');
    await phone.getByText('English', { exact: true }).click();
    await phone.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await phone.goto(`${meeting}/acta`);
    await phone.getByText('Falta decir en qué municipios.').waitFor();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    await shoot(phone, 'life-circulated-390');

    await presidency.goto(`${meeting}/acta`);
    await confirm(presidency, 'Aprobar acta');
    await presidency.getByRole('alert').getByText(/Hay observaciones sin respuesta/).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Responder' }).click();
    await page.getByLabel('Respuesta', { exact: true }).fill('Se precisará en la próxima mesa.');
    await page.getByRole('button', { name: 'Guardar respuesta' }).click();
    await page.getByText('Aceptada', { exact: true }).waitFor();
    await confirm(presidency, 'Aprobar acta');
    await presidency.getByText(/^[0-9a-f]{64}$/).waitFor();
    await shoot(presidency, 'life-approved');

    await delegate.reload();
    await delegate.getByRole('button', { name: 'Descargar' }).click();
    const [download] = await Promise.all([delegate.waitForEvent('download'), delegate.getByRole('menuitem', { name: 'PDF · español' }).click()]);
    expect(download.suggestedFilename()).toBe(`Acta - ${HELD}.pdf`);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('carries what was promised over to the next meeting with that partner', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await log(page, NEXT, 'mañana 10:00', null);
    await page.locator('section').filter({ has: page.getByRole('heading', { name: 'Lo que venía pendiente' }) }).getByText(PROMISE).waitFor();
    await shoot(page, 'life-carried-over');
    expect(app.complaints).toEqual([]);
  });
});
