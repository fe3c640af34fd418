import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@tejido/domain/day.js';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
let page: Page;
let verifier: Page;
beforeAll(async () => {
  app = await startApp();
  [page, verifier] = [await app.newPage({ as: 'secretariat' }), await app.newPage({ as: 'verifier' })];
});
afterAll(async () => { await app?.close(); });

const TITLE = 'Convenio de cuatro partes';
const TODAY = new Date().toLocaleDateString('sv', { timeZone: 'America/Guatemala' });
const day = (from: number) => addDays(TODAY, from);
const typed = (iso: string) => iso.split('-').reverse().join('/');

async function ask<Data>(by: Page, query: string, variables: object = {}): Promise<Data> {
  const answer = await by.request.post(`${app.url}/graphql`, { data: { query, variables }, headers: { origin: app.url } });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** The indicator's figure of a day, and why the agreement is left out, if it is. */
async function figure(on: string): Promise<{ value: number; left: string | null }> {
  const { indicatorReport } = await ask<{ indicatorReport: { value: number; excluded: { reason: string; record: { title: string } }[] } }>(page,
    'query ($on: Day!) { indicatorReport(code: "alliances_in_force", on: $on) { value excluded { reason record { title } } } }', { on });
  return { value: indicatorReport.value, left: indicatorReport.excluded.find(({ record }) => record.title === TITLE)?.reason ?? null };
}

/** The figure as the indicator's page shows it. */
async function shownFigure(value: number): Promise<void> {
  const reader = await app.newPage({ as: 'presidency' });
  await reader.goto(`/indicadores?on=${TODAY}`);
  await reader.getByText(String(value), { exact: true }).first().waitFor();
  await shoot(reader, 'life-indicator');
  await reader.context().close();
}

async function prove(): Promise<void> {
  const agreementId = page.url().split('/').at(-1)!;
  await ask(page, 'mutation ($id: ID!) { addAgreementEvidence(agreementId: $id, input: { title: "Texto firmado", archiveReference: "Carpeta 4" }) { id } }', { id: agreementId });
  const { agreement } = await ask<{ agreement: { evidence: { id: string; version: number }[] } }>(page, 'query ($id: ID!) { agreement(id: $id) { evidence { id version } } }', { id: agreementId });
  await ask(verifier, 'mutation ($id: ID!, $version: Int!) { verifyEvidence(id: $id, version: $version) { id } }', agreement.evidence[0]!);
  await page.reload();
}

async function chooseParty(name: string): Promise<void> {
  await page.getByLabel('Partes').first().fill(name);
  await page.getByRole('option', { name: new RegExp(name) }).first().click();
}

/** Records an event in the dialog that the button opens. */
async function tell(fields: Record<string, string>, verb: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).first().fill(value);
  await dialog.getByRole('button', { name: verb }).click();
  await dialog.waitFor({ state: 'hidden' });
}

const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
async function fromMenu(name: string, item: string): Promise<void> {
  await row(name).getByRole('button', { name: /Más acciones/ }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
async function act(item: string): Promise<void> {
  await page.getByRole('button', { name: 'Acciones', exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

describe('an agreement of four parties', () => {
  let before: number;
  let later: number;

  it('begins with a first contact, and has a number', async () => {
    [before, later] = [(await figure(TODAY)).value, (await figure(day(120))).value];
    await page.goto('/acuerdos/nuevo');
    await page.getByLabel('Título').first().fill(TITLE);
    await page.getByLabel('Etapa antes de la firma').first().click();
    await page.getByRole('option', { name: 'Contactado' }).click();
    for (const name of ['Federación Sindical', 'Mesa de Consulados', 'Remesas Puente']) await chooseParty(name);
    await page.getByRole('group', { name: /Consulados/ }).getByLabel('Debe ratificar').check();
    await page.getByLabel('Rige hasta').fill(typed(day(60)));
    await page.getByRole('button', { name: 'Más datos' }).click();
    await page.getByLabel('Dar el número que sigue').check();
    await page.getByLabel('Fecha del acuerdo').fill(typed(day(-40)));
    await shoot(page, 'life-form');
    await page.getByRole('button', { name: 'Guardar acuerdo' }).click();
    await page.getByText('Contactado: todavía sin negociación.').waitFor();
    await page.getByText(/^CORETT\/\d{4}\/MOU\/001$/).waitFor();
    expect(await figure(TODAY)).toEqual({ value: before, left: 'to_verify' });
  });

  it('is negotiated, and each party says who signs', async () => {
    await fromMenu('Federación', 'Marcar que negocia');
    await row('Federación').getByText('Negocia', { exact: true }).waitFor();
    await fromMenu('Federación', 'Indicar quién firma');
    await page.getByRole('dialog').getByLabel('Persona').fill('Carlos Arana');
    await page.getByRole('option', { name: /Carlos Arana/ }).first().click();
    await tell({}, 'Indicar quién firma');
    await row('Federación').getByText(/Carlos Arana/).waitFor();
    await fromMenu('Federación', 'Sustituir a quien firma');
    await page.getByRole('dialog').getByLabel('Persona').fill('María José Morales');
    await page.getByRole('option', { name: /María José Morales/ }).first().click();
    await tell({ Motivo: 'Dejó el cargo' }, 'Sustituir a quien firma');
    await row('Federación').getByText('1 sustitución').waitFor();
  });

  it('is signed one by one, each after the date of the text, and waits for the rest by name', async () => {
    await row('CORETT').getByRole('button', { name: 'Registrar firma' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Firmó el').fill(typed(day(-41)));
    await dialog.getByRole('button', { name: 'Registrar firma' }).click();
    await dialog.getByText('La firma es anterior a la fecha del acuerdo.').waitFor();
    await shoot(page, 'life-too-early');
    await tell({ 'Firmó el': typed(day(-30)) }, 'Registrar firma');
    await prove();
    await row('Federación').getByRole('button', { name: 'Registrar firma' }).click();
    await tell({ 'Firmó el': typed(day(-28)) }, 'Registrar firma');
    await page.getByText(/^Espera la firma de .*Consulados.*Remesas|^Espera la firma de .*Remesas.*Consulados/).waitFor();
    await shoot(page, 'life-partial');
    expect(await figure(TODAY)).toEqual({ value: before, left: 'status_awaiting_signatures' });
  });

  it('enters into force with the last signature and ratification that it needs, and makes three allies', async () => {
    for (const [name, on] of [['Consulados', -25], ['Remesas', -20]] as const) {
      await row(name).getByRole('button', { name: 'Registrar firma' }).click();
      await tell({ 'Firmó el': typed(day(on)) }, 'Registrar firma');
    }
    await page.getByText(/^Firmado; espera la ratificación de .*Consulados/).waitFor();
    await shoot(page, 'life-to-ratify');
    expect((await figure(TODAY)).value).toBe(before);
    await row('Consulados').getByRole('button', { name: 'Registrar ratificación' }).click();
    await tell({ 'Ratificó el': typed(day(-10)) }, 'Registrar ratificación');
    await page.getByText(/^Vigente desde la última ratificación/).waitFor();
    expect([(await figure(day(-11))).value, (await figure(TODAY)).value]).toEqual([(await figure(day(-10))).value - 3, before + 3]);
    await shownFigure(before + 3);
  });

  it('is amended by numbers, and its end follows', async () => {
    expect((await figure(day(120))).value).toBe(later);
    await page.getByRole('button', { name: 'Preparar una adenda' }).click();
    await page.getByLabel('De qué trata').fill('Prórroga de un año');
    await page.getByLabel('Cambia la fecha de fin').check();
    await page.getByLabel('Nueva fecha de fin').fill(typed(day(-20)));
    await page.getByLabel('Rige desde').fill(typed(day(-5)));
    await page.getByRole('button', { name: 'Guardar la adenda' }).click();
    await page.getByText('El fin es anterior al inicio.').waitFor();
    await page.getByLabel('Nueva fecha de fin').fill(typed(day(425)));
    await page.getByRole('button', { name: 'Guardar la adenda' }).click();
    await page.getByText('Borrador', { exact: true }).waitFor();
    expect((await figure(day(120))).value).toBe(later);
    await page.getByRole('button', { name: 'Registrar su firma' }).click();
    await tell({ 'Firmó el': typed(day(-5)) }, 'Registrar su firma');
    await page.getByText('Adenda 1', { exact: true }).waitFor();
    await page.getByText(/según su última adenda/).waitFor();
    await shoot(page, 'life-amended');
    expect((await figure(day(120))).value).toBe(later + 3);
  });

  it('is suspended and resumed', async () => {
    await act('Suspender');
    await tell({ 'Suspendido desde': typed(day(-3)), Motivo: 'Revisión de fondos' }, 'Suspender');
    await page.getByText('Suspendido, sin fecha de fin.').waitFor();
    expect(await figure(TODAY)).toEqual({ value: before, left: 'status_suspended' });
    await shoot(page, 'life-suspended');
    await page.getByRole('button', { name: 'Levantar la suspensión' }).click();
    await tell({ 'Último día de la suspensión': typed(day(-1)) }, 'Levantar la suspensión');
    await page.getByText(/^Vigente desde/).waitFor();
    expect([(await figure(day(-1))).left, (await figure(TODAY)).value]).toEqual(['status_suspended', before + 3]);
  });

  it('is renewed from the day after its last, without a gap', async () => {
    const end = (await figure(day(426))).value;
    await act('Renovar');
    await page.getByLabel('Título').first().fill(`${TITLE} (renovación)`);
    for (const field of await page.getByLabel('Firmó el').all()) await field.fill(TODAY.split('-').reverse().join('/'));
    for (const box of await page.getByLabel('Debe ratificar').all()) await box.uncheck();
    await page.getByRole('button', { name: 'Guardar acuerdo' }).click();
    await page.getByRole('heading', { name: `${TITLE} (renovación)`, level: 1 }).waitFor();
    await page.getByText(/^Firmado; rige desde el/).waitFor();
    await prove();
    expect([(await figure(day(425))).value, (await figure(day(426))).value]).toEqual([end + 3, end + 3]);
    await page.getByRole('link', { name: TITLE, exact: true }).click();
    await page.getByText('Renovado por').waitFor();
    await shoot(page, 'life-renewed');
  });

  it('leaves no complaint in the browser', () => {
    expect(app.complaints).toEqual([]);
  });
});

describe('the numbering', () => {
  it('is a pattern of the settings, with a preview, and says what it lacks', async () => {
    const admin = await app.newPage({ as: 'admin' });
    await admin.goto('/ajustes/numeracion');
    await admin.getByText(/^CORETT\/\d{4}\/MOU\/004$/).waitFor();
    await admin.getByLabel('Patrón').fill('{ACR}-{YY}');
    await admin.getByRole('button', { name: 'Guardar la numeración' }).click();
    await admin.getByText(/El patrón necesita un número/).waitFor();
    await admin.getByRole('button', { name: /Número/ }).click();
    await admin.getByText(/^CORETT-\d{2}004$/).waitFor();
    await shoot(admin, 'life-numbering');
    await admin.getByRole('button', { name: 'Guardar la numeración' }).click();
    await admin.getByText('La numeración se guardó.').waitFor();
  });
});
