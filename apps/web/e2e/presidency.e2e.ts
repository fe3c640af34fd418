import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

const PHONE = { width: 390, height: 844 };

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

const figureOf = async (page: Page): Promise<number> => Number(await page.getByTestId('figure').innerText());
const overflowOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the presidency reviews the number of alliances', () => {
  it('asks why, and finds the excluded ones', async () => {
    const page = await app.newPage({ as: 'presidency' });
    await page.goto('/');
    await shoot(page, 'home-presidency');
    await page.getByRole('link', { name: 'Alianzas vigentes', exact: true }).click();
    await page.getByTestId('figure').waitFor();
    const figure = await figureOf(page);
    expect(figure).toBeGreaterThan(5);
    await shoot(page, 'indicators-alliances');

    await page.getByRole('button', { name: '¿Por qué este número?', exact: true }).click();
    const why = page.getByRole('dialog');
    await why.getByRole('tab', { name: /^Contados/ }).waitFor();
    // What is counted and named, with what may not be named, is the figure.
    const counted = Number((await why.getByRole('tab', { name: /^Contados/ }).innerText()).replace(/\D/g, ''));
    const withheld = Number(/Cuenta también (\d+)/.exec(await why.innerText())?.[1] ?? 0);
    expect(counted + withheld).toBe(figure);

    await why.getByRole('tab', { name: /No contados/ }).click();
    await why.getByRole('region', { name: 'Evidencia por verificar' }).waitFor();
    await why.getByRole('region', { name: 'Vencido' }).waitFor();
    await shoot(page, 'indicators-why-excluded');
    await why.getByLabel('Filtrar por nombre').fill('sin coincidencia alguna');
    await why.getByText('Ningún resultado').waitFor();
    await why.getByLabel('Filtrar por nombre').fill('');
    const excluded = why.getByRole('region', { name: 'Evidencia por verificar' }).getByRole('link').first();
    const title = await excluded.innerText();
    await excluded.click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  });

  it('signs the snapshot that the secretariat proposed, and cannot propose one', async () => {
    const clerk = await app.newPage({ as: 'secretariat' });
    await clerk.goto('/indicadores?on=2025-12-31');
    const frozen = await figureOf(clerk);
    await clerk.getByRole('button', { name: 'Proponer corte' }).click();
    await clerk.getByRole('dialog').getByRole('button', { name: 'Proponer corte' }).click();
    // Others wait beside it.
    const proposed = (on: Page) => on.getByRole('listitem').filter({ hasText: '31 dic 2025' }).filter({ hasText: `Propuesto ${frozen}; hoy da lo mismo.` });
    await proposed(clerk).getByText('Espera aprobación').waitFor();
    expect(await clerk.getByRole('button', { name: 'Aprobar' }).count()).toBe(0);

    const page = await app.newPage({ as: 'presidency' });
    await page.goto('/');
    await page.getByRole('link', { name: /31 dic 2025.*Revisar y aprobar/ }).click();
    await page.getByTestId('figure').waitFor();
    expect(await page.getByRole('button', { name: 'Proponer corte' }).count()).toBe(0);
    await proposed(page).getByRole('button', { name: 'Aprobar' }).click();
    await page.getByRole('dialog').getByText(new RegExp(`Aprobar ${frozen} `)).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Aprobar' }).click();
    const published = page.getByRole('listitem').filter({ hasText: '31 dic 2025' }).filter({ hasText: `Publicado ${frozen}; hoy da lo mismo.` });
    await published.getByText('Aprobado', { exact: true }).first().waitFor();
    await proposed(page).waitFor({ state: 'detached' });
    await shoot(page, 'indicators-snapshot-approved');
  });

  it('opens all the minutes that wait for approval', async () => {
    const page = await app.newPage({ as: 'presidency' });
    await page.goto('/');
    await page.getByRole('link', { name: 'Ver todo: Actas que esperan su aprobación' }).click();
    await page.getByRole('button', { name: /Acta: Circulada/ }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Circulada' }).isChecked()).toBe(true);
  });

  it('keeps the figure and the address at a day that does not exist', async () => {
    const page = await app.newPage({ as: 'presidency' });
    await page.goto('/indicadores?on=2024-05-01');
    const figure = await figureOf(page);
    await page.getByLabel('Fecha de corte', { exact: true }).fill('31/02/2024');
    await page.keyboard.press('Tab');
    await page.getByText(/No entendemos esta fecha/).waitFor();
    expect(new URL(page.url()).search).toBe('?on=2024-05-01');
    expect(await figureOf(page)).toBe(figure);
  });

  it('sees how it changed, and no false total where rows do not add up', async () => {
    const page = await app.newPage({ as: 'presidency' });
    await page.goto('/indicadores?from=2024-01-01&to=2024-12-31');
    const sum = page.getByRole('group', { name: 'Cómo cambió en el período' });
    await sum.waitFor();
    const part = async (name: string) => Number(await sum.getByRole('button', { name: new RegExp(`^${name}: `) }).locator('p').first().innerText());
    const [start, fresh, back, left, end] = [await part('Al inicio'), await part('Nuevos'), await part('Reactivados'), await part('Salidas'), await part('Al final')];
    expect(start + fresh + back - left).toBe(end);
    await page.getByText('Ámbito', { exact: true }).first().click();
    await page.getByRole('rowheader', { name: 'Total' }).waitFor();
    await page.getByText('País', { exact: true }).click();
    await page.getByText('Las filas no se suman: un mismo aliado puede estar en varias.').waitFor();
    expect(await page.getByRole('rowheader', { name: 'Total' }).count()).toBe(0);
    await sum.getByRole('button', { name: /^Salidas: / }).click();
    await page.getByRole('dialog').getByRole('tab', { name: /^Contados/ }).waitFor();
    await shoot(page, 'indicators-exits');
  });

  it('reads it all on a phone and in English', async () => {
    for (const language of ['es', 'en'] as const) {
      const page = await app.newPage({ as: 'presidency', size: PHONE, language });
      for (const path of ['/', '/indicadores', '/indicadores?code=joint_activities_done', '/estrategia']) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        await shoot(page, `presidency-${language}-390${path.replace(/\W+/g, '-')}`);
      }
    }
  });
});

describe('the secretariat keeps the presidency terms', () => {
  it('is told when a term shares a day with another, and saves one that begins with the handover', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto('/estrategia');
    await page.getByRole('button', { name: 'Añadir presidencia' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').first().fill('Panam');
    await page.getByRole('option', { name: 'Panamá' }).click();
    await dialog.getByLabel('Empieza el').fill('31/12/2027');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.getByText('Se superpone con otro periodo.').waitFor();
    await shoot(page, 'strategy-term-overlap');
    await dialog.getByLabel('Empieza el').fill('01/01/2028');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('sin fecha de traspaso').waitFor();
    await shoot(page, 'strategy');
  });
});

it('nothing complained in the browser', () => { expect(app.complaints).toEqual([]); });
