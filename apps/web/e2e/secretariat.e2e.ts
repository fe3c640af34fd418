import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

const PHONE = { width: 390, height: 844 };
const focused = (page: Page) => page.evaluate(() => {
  const at = document.activeElement as HTMLInputElement | null;
  return at?.labels?.[0]?.textContent ?? at?.textContent ?? '';
});

/** Tab until the element with this label or text has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 12; steps += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${name}; it is at ${await focused(page)}`);
}

describe('the secretariat', () => {
  it('logs a meeting with a known and a new organisation and two commitments from any page, by the keyboard, in under a minute', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const began = Date.now();
    await page.keyboard.press('r');
    const form = page.getByRole('dialog');
    await page.keyboard.type('unicef', { delay: 60 }); // at once: nothing is lost while the form opens
    await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] input'));
    expect(await form.getByLabel('Organizaciones presentes').inputValue()).toBe('unicef');
    await page.keyboard.press('Enter'); // before the answer has come
    await form.getByText(/^UNICEF ·/).waitFor();
    await page.keyboard.type('Red de Casas Refugio del Istmo', { delay: 30 });
    await form.page().getByText('Crear «Red de Casas Refugio del Istmo»').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Rosa Lara Pineda', { delay: 30 });
    await form.page().getByText('Crear «Rosa Lara Pineda»').waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, /^Cuándo/);
    await page.keyboard.type('ayer 15:00', { delay: 30 });
    await form.getByText(/\d{4}, 3:00/).waitFor(); // shown as it was understood
    await tabTo(page, /^Qué se acordó/);
    await page.keyboard.type('Taller conjunto en marzo.', { delay: 30 });
    await tabTo(page, /^Qué se hará/);
    await page.keyboard.type('Enviar el borrador del convenio', { delay: 30 });
    await tabTo(page, /^Para cuándo/);
    await page.keyboard.type('en 1 semana', { delay: 30 });
    await tabTo(page, /^Añadir compromiso/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Confirmar la sede del taller', { delay: 30 });
    await tabTo(page, /^Para cuándo/);
    await page.keyboard.type('en 2 semanas', { delay: 30 });
    await tabTo(page, /^Quién debe/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter'); // UNICEF owes it
    await shoot(page, 'log-meeting-1440');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Reunión guardada').waitFor();
    const seconds = (Date.now() - began) / 1000;
    console.info(`A meeting with two guests and two commitments, logged by the keyboard in ${seconds.toFixed(1)} s.`);
    expect(seconds).toBeLessThan(60);
    await form.waitFor({ state: 'detached' });

    await page.getByRole('link', { name: 'Ver la reunión' }).click();
    await page.getByRole('heading', { level: 1, name: 'Reunión bilateral: UNICEF' }).waitFor();
    await page.getByText('Rosa Lara Pineda').waitFor();
    await page.getByText('Confirmar la sede del taller').waitFor();
    await shoot(page, 'meeting-1440');
  });

  it('finds the meeting and what was promised on the timelines of both organisations and among the commitments', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto('/reuniones?text=taller+conjunto');
    await page.getByRole('link', { name: 'Reunión bilateral: UNICEF' }).click();
    await page.getByRole('link', { name: /^UNICEF ·/ }).click();
    await page.getByRole('heading', { level: 1, name: /UNICEF/ }).waitFor();
    for (const entry of ['Reunión bilateral: UNICEF', 'Enviar el borrador del convenio', 'Confirmar la sede del taller']) await page.getByText(entry).first().waitFor();
    await shoot(page, 'organisation-timeline-1440');
    await page.goBack();
    await page.getByRole('link', { name: 'Red de Casas Refugio del Istmo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Red de Casas Refugio del Istmo' }).waitFor();
    await page.getByText('Reunión bilateral: UNICEF').first().waitFor();
    await page.goto('/compromisos');
    await page.getByText('Confirmar la sede del taller').first().waitFor();
    expect(app.complaints).toEqual([]);
  });

  it('loses nothing when the drawer is closed or the connection breaks, and sees each problem at its field', async () => {
    const page = await app.newPage({ as: 'secretariat', size: PHONE });
    await page.goto('/');
    await page.getByRole('button', { name: 'Registrar' }).last().click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Cuándo', exact: true }).fill('ayer 15:00');
    await form.getByLabel('Asunto').fill('Una llamada');
    await form.getByRole('button', { name: 'Más datos' }).click();
    await form.getByLabel('Hasta').fill('14:00');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: 'Registrar' }).last().click();
    await form.getByText('Recuperamos lo que había escrito aquí.').waitFor();
    expect(await form.getByLabel('Asunto').inputValue()).toBe('Una llamada');
    await form.getByRole('button', { name: 'Guardar reunión' }).click();
    await form.getByText('El fin es anterior al inicio.').waitFor();
    await shoot(page, 'log-meeting-problem-390');

    await form.getByLabel('Hasta').fill('16:00');
    await page.route('**/graphql', (route) => route.abort());
    await form.getByRole('button', { name: 'Guardar reunión' }).click();
    await form.getByText(/No hay conexión con el servidor/).waitFor();
    expect(await form.getByLabel('Asunto').inputValue()).toBe('Una llamada');
    await page.unroute('**/graphql');
    await form.getByRole('button', { name: 'Guardar reunión' }).click();
    await page.getByText('Reunión guardada').waitFor();
    await page.getByRole('link', { name: 'Ver la reunión' }).click();
    await page.getByRole('heading', { level: 1, name: 'Una llamada' }).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await shoot(page, 'meeting-390');
  });

  it('is shown what a colleague changed meanwhile, and chooses field by field', async () => {
    const [page, other] = [await app.newPage({ as: 'secretariat' }), await app.newPage({ as: 'verifier' })];
    await page.goto('/reuniones?text=Una+llamada');
    await page.getByRole('link', { name: 'Una llamada' }).click();
    await page.getByRole('button', { name: 'Editar' }).click();
    await page.getByLabel('Asunto').fill('Llamada con UNICEF');
    await page.getByLabel('Qué se acordó').fill('Volver a hablar en enero.');
    await other.goto(page.url());
    await other.getByLabel('Asunto').fill('Llamada de seguimiento');
    await other.getByRole('button', { name: 'Guardar reunión' }).click();
    await other.getByRole('heading', { level: 1, name: 'Llamada de seguimiento' }).waitFor();

    await page.getByRole('button', { name: 'Guardar reunión' }).click();
    const conflict = page.getByRole('dialog');
    await conflict.getByText('Llamada de seguimiento').waitFor();
    await shoot(page, 'meeting-conflict-1440');
    await conflict.getByRole('radio', { name: 'Asunto: Ahora en el registro' }).click();
    await conflict.getByRole('button', { name: 'Guardar con esta elección' }).click();
    await page.getByRole('heading', { level: 1, name: 'Llamada de seguimiento' }).waitFor();
    await page.getByText('Volver a hablar en enero.').waitFor();
  });

  it('writes and circulates the minutes, the presidency approves them, and then they stay', async () => {
    const [page, presidency] = [await app.newPage({ as: 'secretariat' }), await app.newPage({ as: 'presidency' })];
    await page.goto('/reuniones?text=seguimiento');
    await page.getByRole('link', { name: 'Llamada de seguimiento' }).click();
    await page.getByRole('link', { name: 'Empezar el acta' }).click();
    await page.getByRole('button', { name: 'Empezar el acta' }).click();
    await page.getByRole('textbox', { name: /^Texto de/ }).click();
    await page.keyboard.type('Se habló del taller de marzo.');
    await page.getByTestId('save-state').getByText('Guardado').waitFor();
    await page.getByRole('button', { name: 'Circular' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Circular' }).click();
    await page.getByText(/^La circuló/).waitFor();
    const delegate = await app.newPage({ as: 'delegate' });
    for (const reader of [presidency, delegate]) await reader.goto(page.url());
    // The window is open: the presidency waits until every delegation agrees.
    await presidency.getByRole('button', { name: 'Aprobar acta' }).click();
    await presidency.getByRole('dialog').getByRole('button', { name: 'Aprobar acta' }).click();
    await presidency.getByRole('alert').getByText(/El plazo de observaciones sigue abierto/).waitFor();
    await delegate.getByRole('button', { name: 'Estoy conforme' }).click();
    await delegate.getByRole('dialog').getByRole('button', { name: 'Estoy conforme' }).click();
    await delegate.getByText(/^Delegaciones conformes: 1 de 1/).waitFor();
    await presidency.getByRole('button', { name: 'Aprobar acta' }).click();
    await presidency.getByRole('dialog').getByRole('button', { name: 'Aprobar acta' }).click();
    await presidency.getByText(/^[0-9a-f]{64}$/).waitFor();
    await presidency.getByText(/^La aprobó .+ el /).waitFor();
    await shoot(presidency, 'minutes-approved-1440');
    await page.reload();
    await page.getByText(/^[0-9a-f]{64}$/).waitFor();
    expect(await page.getByRole('textbox', { name: /^Texto de/ }).count()).toBe(0);
  });
});
