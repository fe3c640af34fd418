import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

const countOf = async (page: Page, stage: string) => Number(await page.getByTestId(`count-${stage}`).textContent());

describe('the secretariat follows the proposals', () => {
  it('records a funder\'s answer from the board, and the success rate follows', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto('/propuestas');
    const [submitted, approved] = [await countOf(page, 'submitted'), await countOf(page, 'approved')];
    const figures = page.getByRole('group', { name: 'Las propuestas en cifras' });
    const before = await figures.innerText();
    await shoot(page, 'proposals-board');
    await page.getByRole('button', { name: 'Mover: Rutas marítimas seguras' }).click();
    await page.getByRole('menuitem', { name: 'Aprobada' }).click();
    const dialog = page.getByRole('dialog', { name: 'Respuesta del financiador' });
    expect(await dialog.getByRole('radio', { name: 'Aprobada' }).isChecked()).toBe(true);
    await dialog.getByRole('button', { name: 'Registrar respuesta' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: /^Aprobada/ }).getByText('Rutas marítimas seguras').waitFor();
    expect([await countOf(page, 'submitted'), await countOf(page, 'approved')]).toEqual([submitted - 1, approved + 1]);
    expect(await figures.innerText()).not.toBe(before);
  });

  it('does not carry a stage that the list was narrowed to over to the board, where the stages are columns', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto(`/propuestas?view=list&stage=${encodeURIComponent('["rejected"]')}`);
    const figures = page.getByRole('group', { name: 'Las propuestas en cifras' });
    await figures.getByText('0 de 2 con respuesta').waitFor();
    await page.getByText('Tablero', { exact: true }).click();
    await page.getByTestId('count-submitted').waitFor();
    await figures.getByText('0 de 2 con respuesta').waitFor({ state: 'detached' });
    expect(await page.getByTestId('count-submitted').textContent()).not.toBe('0');
  });

  it('moves a card by the keyboard, and is told when no single step leads there', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto('/propuestas');
    const card = page.getByRole('group', { name: 'Turismo responsable en puertos' });
    await card.waitFor();
    const take = async (steps: number) => {
      await card.focus();
      await page.keyboard.press('Space');
      for (let step = 0; step < steps; step++) { await page.keyboard.press('ArrowRight'); await page.waitForTimeout(300); }
      await page.keyboard.press('Space');
    };
    await take(2);
    const refused = page.getByRole('dialog', { name: 'De «En elaboración» no se pasa a «Aprobada» en un paso' });
    await refused.getByRole('button', { name: 'Cerrar' }).last().click();
    await refused.waitFor({ state: 'detached' });
    await take(1);
    await page.getByRole('dialog', { name: 'Presentar la propuesta' }).getByRole('button', { name: 'Presentar' }).click();
    await page.getByRole('region', { name: /^Presentada/ }).getByText('Turismo responsable en puertos').waitFor();
  });
});

it('finds what the content plan still owes an audience, records it from there, and sees it done', async () => {
  const page = await app.newPage({ as: 'secretariat' });
  await page.goto('/difusion?view=plan');
  const state = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: 'Estado' }) });
  const summary = async () => Number(/(\d+) de \d+ cumplidos/.exec(await state.innerText())?.[1]);
  await state.waitFor();
  const met = await summary();
  await shoot(page, 'content-plan');
  await state.getByRole('button', { name: 'Registrar un envío: Promovemos la atención integral' }).click();
  const form = page.getByRole('dialog', { name: 'Registrar envío' });
  await form.getByLabel('Mensaje', { exact: true }).waitFor();
  expect(await form.getByLabel('Mensaje', { exact: true }).inputValue()).toContain('Promovemos la atención integral');
  await form.getByLabel('Medio').click();
  await page.getByRole('option', { name: 'Carta' }).click();
  await form.getByLabel('Enviado el').fill('15/10/2025');
  await form.getByLabel('Enviado el').press('Tab');
  await form.getByRole('button', { name: 'Guardar envío' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Registrar un envío: Promovemos la atención integral' }).waitFor({ state: 'detached' });
  expect(await summary()).toBe(met + 1);
});
