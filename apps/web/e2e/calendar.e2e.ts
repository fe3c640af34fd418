import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

/** As Outlook writes it: a zone with a name of Windows, a folded line, a private property. */
const OUTLOOK = ['BEGIN:VCALENDAR', 'PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN', 'VERSION:2.0', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:040000008200E00074C5B7101A82E008',
  'SUMMARY:Enlace con la oficina regional', 'DTSTART;TZID="Central America Standard Time":20270210T090000', 'DTEND;TZID="Central America Standard Time":20270210T103000',
  'LOCATION:Microsoft Teams', 'DESCRIPTION:Únase en https://teams.microsoft.com/l/meetup-join/1\\nTraer el', '  borrador', 'RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=WE', 'ATTENDEE;CN=Luis Mejía:mailto:luis@nuevo.example',
  'X-MICROSOFT-CDO-BUSYSTATUS:BUSY', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');

/** Counts the keys that are pressed beyond what is typed. */
function keyboard(page: Page) {
  let keys = 0;
  return { press: async (key: string) => { keys++; await page.keyboard.press(key); }, type: (text: string) => page.keyboard.type(text, { delay: 30 }), count: () => keys };
}

const fileOf = async (page: Page): Promise<string> => (await page.context().request.get(`/api/meetings/${page.url().split('/').at(-1)}/invitation.ics`)).text();
const lineOf = (text: string, name: string) => text.split('\r\n').find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);

describe('meetings and calendars', () => {
  it('takes at most twelve keys beyond the words to log a meeting with two organisations, a person and a commitment', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const keys = keyboard(page);
    const form = page.getByRole('dialog');
    await keys.press('r');
    await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] input'));
    await keys.type('unicef');
    await keys.press('Enter');
    await form.getByText(/^UNICEF ·/).waitFor();
    await keys.type('unodc');
    await page.getByRole('option', { name: /UNODC/ }).first().waitFor();
    await keys.press('Tab'); // takes it and goes on
    await keys.type('Rosa Lara Pineda');
    await page.getByText('Crear «Rosa Lara Pineda»').waitFor();
    await keys.press('Enter');
    while (!(await page.evaluate(() => /^Cuándo/.test((document.activeElement as HTMLInputElement).labels?.[0]?.textContent ?? '')))) await keys.press('Tab');
    await keys.type('ayer 15:00');
    await keys.press('Tab'); // the type, as proposed
    await keys.press('Tab');
    await keys.type('Taller conjunto en marzo, doce teclas.');
    await keys.press('Tab');
    await keys.type('Enviar el borrador');
    await keys.press('Tab');
    await keys.type('en 1 semana');
    await keys.press('Control+Enter');
    await page.getByText('Reunión guardada').waitFor();
    console.info(`Keys beyond the words: ${keys.count()}.`);
    expect(keys.count()).toBeLessThanOrEqual(12);
    await page.getByRole('link', { name: 'Ver la reunión' }).click();
    await page.getByText('Taller conjunto en marzo, doce teclas.').waitFor();
    for (const text of ['Rosa Lara Pineda', 'Enviar el borrador']) await page.getByText(text).first().waitFor();
  });

  it('drops a calendar of Outlook on the page, sees what it brings, and has its meetings', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto('/reuniones');
    await page.getByRole('button', { name: 'Leer un calendario' }).waitFor();
    const dropped = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'enlace.ics', { type: 'text/calendar' }));
      return data;
    }, OUTLOOK);
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('3 reuniones nuevas').waitFor();
    await dialog.getByText(/1 invitado sin registrar/).first().waitFor();
    await shoot(page, 'read-calendar-1440');
    await dialog.getByRole('button', { name: 'Guardar 3 cambios' }).click();
    await page.getByText('Calendario leído').waitFor();
    await page.goto('/reuniones?text=oficina+regional');
    await page.getByRole('link', { name: 'Enlace con la oficina regional' }).first().click();
    await page.getByText('Virtual', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Serie' }).waitFor();
  });

  it('plans a meeting that repeats with an agenda, moves one date, fetches its file, and cancels another', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto('/reuniones');
    await page.getByRole('heading', { level: 1, name: 'Reuniones' }).waitFor();
    await page.keyboard.press('r');
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Cuándo', exact: true }).fill('12/04/2027 10:00');
    await form.getByLabel('Asunto').fill('Coordinación mensual');
    await form.getByRole('button', { name: 'Más datos' }).click();
    await form.getByLabel('Hasta').fill('1 h');
    await form.getByRole('combobox', { name: 'Se repite' }).or(form.getByLabel('Se repite')).first().click();
    await page.getByRole('option', { name: 'Cada semana' }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('link', { name: 'Ver la reunión' }).click();
    await page.getByRole('heading', { level: 1, name: 'Coordinación mensual' }).waitFor();

    await page.getByRole('button', { name: 'Preparar la agenda' }).click();
    await page.getByLabel('Punto 1', { exact: true }).fill('Apertura');
    await page.getByLabel('Minutos del punto 1').fill('15');
    await page.getByLabel('Punto 1', { exact: true }).press('Enter');
    await page.getByLabel('Punto 2', { exact: true }).fill('Acuerdos por vencer');
    await page.getByLabel('Minutos del punto 2').fill('60');
    await page.getByText('sobran 15').waitFor();
    await page.getByLabel('Punto 2', { exact: true }).press('Alt+ArrowUp');
    await shoot(page, 'agenda-1440');
    await page.getByRole('button', { name: 'Guardar agenda' }).click();
    await page.getByText('Agenda guardada').waitFor();

    const first = await fileOf(page);
    expect([lineOf(first, 'METHOD'), lineOf(first, 'SEQUENCE'), lineOf(first, 'STATUS')]).toEqual(['REQUEST', '0', 'CONFIRMED']);
    expect(first).toContain('1. Acuerdos por vencer (60 min)');
    await page.getByRole('button', { name: 'Editar', exact: true }).click();
    await page.getByText('Solo esta', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Cuándo', exact: true }).fill('13/04/2027 10:00');
    await page.getByLabel('Hasta').fill('1 h');
    await page.getByRole('button', { name: 'Guardar reunión' }).click();
    await page.getByText('movida').waitFor();
    const second = await fileOf(page);
    expect([lineOf(second, 'SEQUENCE'), lineOf(second, 'UID') === lineOf(first, 'UID')]).toEqual(['1', true]);

    await page.getByRole('button', { name: 'Acciones' }).first().click();
    await page.getByRole('menuitem', { name: 'Cancelar la reunión' }).click();
    await page.getByLabel('Por qué (opcional)').fill('Feriado');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancelar la reunión' }).click();
    await page.getByText('Reunión cancelada').waitFor();
    await page.getByText('Feriado').waitFor();
    const third = await fileOf(page);
    expect([lineOf(third, 'METHOD'), lineOf(third, 'STATUS'), lineOf(third, 'SEQUENCE')]).toEqual(['CANCEL', 'CANCELLED', '2']);
    await shoot(page, 'meeting-series-1440');
    expect(await page.getByText('Prevista', { exact: true }).count()).toBe(3);
  });

  it('makes the address of the own calendar, which needs no sign-in and is gone when it is taken back', async () => {
    const page = await app.newPage({ as: 'delegate' });
    await page.goto('/ajustes');
    await page.getByRole('button', { name: 'Crear la dirección' }).click();
    const address = await page.getByRole('textbox', { name: 'Mi calendario' }).inputValue();
    const path = new URL(address).pathname;
    const stranger = await app.newPage();
    expect(await (await stranger.context().request.get(path)).text()).toContain('BEGIN:VCALENDAR');
    await page.getByRole('button', { name: 'Retirarla' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Retirarla' }).click();
    await page.getByText('Todavía no tiene una dirección.').waitFor();
    expect((await stranger.context().request.get(path)).status()).toBe(404);
  });
});
