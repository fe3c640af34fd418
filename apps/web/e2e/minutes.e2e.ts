import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

const MEETING = 'Evaluación anual con Fundación Alas de Maíz'; // the demonstration's draft

/** The address of a meeting's minutes. */
async function addressOf(page: Page, title = MEETING): Promise<string> {
  await page.goto(`/reuniones?text=${encodeURIComponent(title)}`);
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('link', { name: /acta/i }).click();
  await page.getByRole('heading', { level: 1, name: /^Acta:/ }).waitFor();
  return new URL(page.url()).pathname;
}
const first = (page: Page) => page.getByRole('textbox', { name: 'Texto de «Asuntos tratados»' });
/** Types at the end of the section. */
async function write(page: Page, text: string): Promise<void> {
  await first(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}
const says = (page: Page, state: string) => page.getByTestId('save-state').getByText(state, { exact: true }).waitFor();
const now = (page: Page) => first(page).innerText();

describe('minutes', () => {
  it('are kept when the browser is closed in the middle of typing', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    const address = await addressOf(page);
    // The server hears nothing of it: only the browser can have kept it.
    await page.route('**/graphql', (route) => (route.request().postData()?.includes('SaveMinutesSection') ? route.abort() : route.continue()));
    await write(page, ' Lo último antes de cerrar');
    await page.close();
    const again = await page.context().newPage();
    await again.goto(address);
    await again.getByText('Lo último antes de cerrar').waitFor();
    await says(again, 'Guardado');
    const other = await app.newPage({ as: 'verifier' });
    await other.goto(address);
    await other.getByText('Lo último antes de cerrar').waitFor();
  });

  it('wait for a lost connection, say so, and are saved when it is back', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    const address = await addressOf(page);
    await page.context().setOffline(true);
    await write(page, ' Escrito sin conexión');
    await says(page, 'Sin conexión: se guardará');
    await page.getByText('Lo escrito queda en este navegador').waitFor();
    await shoot(page, 'minutes-offline');
    await page.context().setOffline(false);
    await says(page, 'Guardado');
    await page.goto(address);
    await page.getByText('Escrito sin conexión').waitFor();
    app.complaints.length = 0; // what the browser writes of requests without a connection
  });

  it('of two who write the same point both texts stay; of two who write different points nobody is asked', async () => {
    const [ana, bea] = await Promise.all([app.newPage({ as: 'secretariat' }), app.newPage({ as: 'verifier' })]);
    const address = await addressOf(ana);
    await bea.goto(address);
    await first(bea).waitFor();
    // Bea's page does not look again by itself meanwhile, however slow the day is.
    await bea.route('**/graphql', (route) => (route.request().postData()?.includes('query MinutesPage') ? route.abort() : route.continue()));
    await write(ana, ' Frase de Ana.');
    await says(ana, 'Guardado');
    const closing = bea.getByRole('textbox', { name: 'Texto de «Cierre»' });
    await closing.click();
    await bea.keyboard.press('Control+End');
    await bea.keyboard.type(' Nota de Bea en otro punto.');
    await says(bea, 'Guardado');
    expect(await bea.getByRole('alert').count()).toBe(0);

    await write(bea, ' Frase de Bea.');
    const alert = bea.getByRole('alert').filter({ hasText: 'cambió este apartado mientras usted escribía' });
    await alert.waitFor();
    await says(bea, 'Otra persona cambió lo mismo');
    await alert.getByText('Frase de Ana.').waitFor();
    await alert.getByText('Frase de Bea.').waitFor();
    await shoot(bea, 'minutes-conflict');
    await alert.getByRole('button', { name: 'Conservar los dos textos' }).click();
    await says(bea, 'Guardado');
    expect(await now(bea)).toContain('Frase de Ana.');
    expect(await now(bea)).toContain('Frase de Bea.');
    await ana.reload();
    await ana.getByText('Frase de Bea.').waitFor();
    await ana.getByText('Nota de Bea en otro punto.').waitFor();
    await bea.close(); // it looks again every few seconds, and is held back each time
    app.complaints.length = 0; // of the requests that were held back
  });

  it('name organisations, and hold headings, lists and tables', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await addressOf(page);
    await write(page, ' @UNODC');
    await page.getByRole('option', { name: /UNODC/ }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-type="mention"]', { hasText: 'UNODC' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('### Pendientes');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- Uno');
    await says(page, 'Guardado');
    await page.reload();
    await first(page).getByRole('heading', { name: 'Pendientes' }).waitFor();
    await page.locator('[data-type="mention"]', { hasText: 'UNODC' }).waitFor();
    await first(page).getByRole('listitem').filter({ hasText: 'Uno' }).waitFor();
    expect(app.complaints).toEqual([]);
  });
});
