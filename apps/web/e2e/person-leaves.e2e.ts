import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

/** As the page itself asks. */
const ask = (page: Page, query: string) => page.evaluate(async (text) => {
  const answer = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: text }) });
  return ((await answer.json()) as { data: never }).data;
}, query);

interface Owner { id: string; name: string; affiliations: { current: boolean; toDay: string | null; organisation: { id: string } | null }[] }

/** Somebody with a post of today who owes something at that organisation. */
async function somebodyWhoOwes(page: Page): Promise<Owner> {
  const { commitments } = await ask(page, '{ commitments(first: 200) { nodes { status ownerPerson { id name affiliations { current toDay organisation { id } } } } } }') as
    { commitments: { nodes: { status: string; ownerPerson: Owner | null }[] } };
  return commitments.nodes.find(({ status, ownerPerson }) => ['open', 'overdue'].includes(status) && ownerPerson?.affiliations.some(({ current, toDay }) => current && !toDay))!.ownerPerson!;
}

it('somebody leaves: the post ends, and what they owed goes to a successor registered on the spot, in one action', async () => {
  const page = await app.newPage({ as: 'secretariat' });
  await page.goto('/personas');
  const leaver = await somebodyWhoOwes(page);
  await page.goto(`/personas/${leaver.id}`);
  await page.getByRole('button', { name: /^Terminar el cargo/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/compromisos? abiertos?/).waitFor();
  await dialog.getByRole('textbox', { name: /pasa a/i }).fill('Jacinta Relevo Nueva');
  await page.getByRole('option', { name: /Jacinta Relevo Nueva/ }).click();
  await dialog.getByRole('button', { name: 'Quitar Jacinta Relevo Nueva' }).waitFor();
  await shoot(page, 'person-leaves-handover');
  await dialog.getByRole('button', { name: 'Terminar y traspasar' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Corregir' }).first().waitFor();
  const { commitments } = await ask(page, '{ commitments(first: 200) { nodes { status ownerPerson { name } } } }') as { commitments: { nodes: { status: string; ownerPerson: { name: string } | null }[] } };
  const open = commitments.nodes.filter(({ status }) => ['open', 'overdue'].includes(status)).map(({ ownerPerson }) => ownerPerson?.name);
  expect(open).toContain('Jacinta Relevo Nueva');
  expect(open).not.toContain(leaver.name);
  // Told once: from now on the end is corrected, with a reason, and what it said stays in view.
  await page.getByRole('button', { name: 'Corregir' }).first().click();
  await page.getByRole('dialog').getByLabel('Último día en el cargo').fill('2026-01-15');
  await page.getByRole('dialog').getByLabel('Razón').fill('La renuncia es anterior');
  await page.getByRole('dialog').getByRole('button', { name: 'Corregir' }).click();
  await page.getByText(/Corregido: constaba .* La renuncia es anterior/).waitFor();
  expect(app.complaints).toEqual([]);
});

const CARD = 'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Pe=C3=B1afiel;Graciela\r\nORG:OIM\r\nTITLE:Enlace\r\nTEL;CELL:+502 5999 0001\r\nEMAIL;PREF;INTERNET:graciela@oim.example\r\nPHOTO;JPEG;ENCODING=BASE64:\r\n    AAAA\r\n\r\nEND:VCARD\r\n';

/** Drops a file on the page, as a reader would. */
const drop = (page: Page, name: string, text: string) => page.evaluate(([file, content]) => {
  const data = new DataTransfer();
  data.items.add(new File([content!], file!, { type: 'text/vcard' }));
  for (const kind of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
}, [name, text] as const);

it('a contact of a phone is dropped on the list, seen, and taken; dropped again it is known', async () => {
  const page = await app.newPage({ as: 'secretariat' });
  await page.goto('/personas');
  await page.getByRole('heading', { level: 1, name: 'Personas' }).waitFor();
  await drop(page, 'contacto.vcf', CARD);
  const card = page.getByRole('article', { name: 'Graciela Peñafiel' });
  await card.getByText('Nueva', { exact: true }).waitFor();
  await card.getByText(/No se guarda: foto/).waitFor();
  await shoot(page, 'contacts-preview');
  await page.getByRole('button', { name: 'Importar 1 contacto' }).click();
  await page.getByText('1 persona registrada').waitFor();
  await page.getByRole('button', { name: 'Otro archivo' }).click();
  await drop(page, 'contacto.vcf', CARD);
  await card.getByText('Ya registrada').waitFor();
  await drop(page, 'informe.pdf', '%PDF-1.7');
  await page.getByText('No es un archivo de contactos (.vcf).').waitFor();
  // The browser notes every refused request; nothing else may be complained of.
  expect(app.complaints.filter((each) => !each.includes('status of 415'))).toEqual([]);
  app.complaints.length = 0;
});

it('a person asks to be forgotten: nothing finds them, and the meeting still counts who was there', async () => {
  const page = await app.newPage({ as: 'secretariat' });
  await page.goto('/personas');
  const { meetings } = await ask(page, '{ meetings(first: 50) { nodes { id attendees { person { id name } } } } }') as { meetings: { nodes: { id: string; attendees: { person: { id: string; name: string } | null }[] }[] } };
  const meeting = meetings.nodes.find(({ attendees }) => attendees.some(({ person }) => person))!;
  const { id, name } = meeting.attendees.find(({ person }) => person)!.person!;
  await page.goto(`/personas/${id}/datos`);
  await page.getByRole('heading', { name: `Datos de ${name}` }).waitFor();
  await shoot(page, 'person-file');
  await page.goto(`/personas/${id}`);
  await page.getByRole('button', { name: 'Más acciones' }).click();
  await page.getByRole('menuitem', { name: 'Borrar sus datos' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/asistencias? a reuniones/).waitFor();
  await dialog.getByLabel('Razón').fill('Lo pidió por correo');
  await shoot(page, 'person-erase');
  await dialog.getByRole('button', { name: 'Borrar definitivamente' }).click();
  await page.getByRole('heading', { level: 1, name: 'Persona suprimida' }).waitFor();
  await shoot(page, 'person-erased');
  const after = await ask(page, `{ people(text: ${JSON.stringify(name)}) { nodes { name } } meeting(id: "${meeting.id}") { attendees { person { name } } } }`) as
    { people: { nodes: { name: string }[] }; meeting: { attendees: { person: { name: string } | null }[] } };
  expect(after.people.nodes.map((each) => each.name)).not.toContain(name);
  expect(after.meeting.attendees).toHaveLength(meeting.attendees.length);
  expect(after.meeting.attendees.map(({ person }) => person?.name)).toContain('Persona suprimida');
  expect(app.complaints).toEqual([]);
});
