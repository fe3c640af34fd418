import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;

beforeAll(async () => { app = await startApp(); });
afterAll(() => app?.close());

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const cards = (page: Page, name: string) => column(page, name).getByRole('group');
const countOf = async (page: Page, phase: string) => Number(await page.getByTestId(`count-${phase}`).textContent());
/** The one agreement of the demonstration that is only identified. */
const CARD = /Mesa de Consulados del Golfo/;

async function openBoard(page: Page): Promise<void> {
  await page.goto('/acuerdos?view=board');
  await cards(page, 'Identificado').first().waitFor();
}

/**
 * By mouse, in steps as a hand moves it; let go only over the column meant, for a lifted card is first over its own. On a page
 * that is wide enough: near an edge the board scrolls below the pointer.
 */
async function drag(page: Page, card: Locator, target: Locator): Promise<void> {
  const { width, height } = (await card.boundingBox())!;
  await card.hover({ position: { x: width / 2, y: height - 6 } }); // once it stands still
  await page.mouse.down();
  const [from, to] = [(await card.boundingBox())!, (await target.boundingBox())!];
  await page.mouse.move(from.x + width / 2 + 12, from.y + height, { steps: 4 });
  await page.locator('[role=group][data-dragging]').waitFor();
  await page.mouse.move(to.x + to.width / 2, to.y + 90, { steps: 12 });
  await target.locator('[data-over]').waitFor();
  await page.mouse.up();
}

describe('the board of agreements', () => {
  it('moves a card by keyboard, says what happens, and keeps it', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await openBoard(page);
    const before = await countOf(page, 'contacted');
    await cards(page, 'Identificado').filter({ hasText: CARD }).focus();
    await page.keyboard.press('Space');
    const said = page.locator('[aria-live="assertive"][id^="rfd-announcement"]');
    await said.getByText(/Levantó .*Mesa de Consulados del Golfo.*Identificado/).waitFor();
    await page.keyboard.press('ArrowRight');
    await said.getByText(/Sobre la columna Contactado/).waitFor();
    await shoot(page, 'board-keyboard');
    await page.keyboard.press('Space');
    await cards(page, 'Contactado').filter({ hasText: CARD }).waitFor();
    await page.getByText(/pasó a «Contactado»/).waitFor();
    expect(await countOf(page, 'contacted')).toBe(before + 1);
    await page.goto('/acuerdos?view=board&text=Consulados');
    await cards(page, 'Contactado').filter({ hasText: CARD }).waitFor();
  });

  it('takes a move back', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto('/acuerdos?view=board');
    const card = cards(page, 'Contactado').filter({ hasText: CARD });
    await card.getByRole('button', { name: /^Mover/ }).click();
    await page.getByRole('menuitem', { name: 'Identificado' }).click();
    await cards(page, 'Identificado').filter({ hasText: CARD }).waitFor();
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await card.waitFor();
    await page.getByText(/pasó a «Contactado»/).waitFor();
    await page.reload();
    await card.waitFor();
  });

  it('moves a card by mouse, and refuses a column that signatures decide, saying what leads there', async () => {
    const page = await app.newPage({ as: 'secretariat', size: { width: 3200, height: 1200 } });
    await page.goto('/acuerdos?view=board');
    const card = cards(page, 'Contactado').filter({ hasText: CARD });
    await card.waitFor();
    await drag(page, card, column(page, 'Texto acordado'));
    const moved = cards(page, 'Texto acordado').filter({ hasText: CARD });
    await moved.waitFor();
    await page.getByText(/pasó a «Texto acordado»/).waitFor();
    const waiting = await countOf(page, 'awaiting_signatures');
    await drag(page, moved, column(page, 'Espera firmas'));
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/El estado sale de las firmas/).waitFor();
    await shoot(page, 'board-refused');
    expect(await countOf(page, 'awaiting_signatures')).toBe(waiting);
    await dialog.getByRole('link', { name: 'Abrir el acuerdo' }).click();
    await page.getByRole('heading', { name: CARD, level: 1 }).waitFor();
    await page.goBack();
    await moved.waitFor();
  });

  it('tells a conflict, and puts the card where it belongs', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    const second = await app.newPage({ as: 'verifier' });
    for (const each of [page, second]) await each.goto('/acuerdos?view=board');
    const move = async (on: Page, from: string, to: string) => {
      await cards(on, from).filter({ hasText: CARD }).getByRole('button', { name: /^Mover/ }).click();
      await on.getByRole('menuitem', { name: to }).click();
    };
    await cards(page, 'Texto acordado').filter({ hasText: CARD }).waitFor();
    await move(second, 'Texto acordado', 'En negociación');
    await cards(second, 'En negociación').filter({ hasText: CARD }).waitFor();
    await second.getByText(/pasó a «En negociación»/).waitFor();
    await move(page, 'Texto acordado', 'Contactado');
    await page.getByText(/Otra persona lo cambió mientras tanto/).waitFor();
    await cards(page, 'En negociación').filter({ hasText: CARD }).waitFor();
  });

  it('can be read and used on a phone, and gives a reader nothing to move', async () => {
    const phone = await app.newPage({ as: 'secretariat', size: { width: 390, height: 844 } });
    await phone.goto('/acuerdos?view=board');
    await cards(phone, 'En negociación').filter({ hasText: CARD }).getByRole('button', { name: /^Mover/ }).click();
    await phone.getByRole('menuitem', { name: 'Identificado' }).click();
    await cards(phone, 'Identificado').filter({ hasText: CARD }).waitFor();
    await phone.getByText(/pasó a «Identificado»/).waitFor();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    const reader = await app.newPage({ as: 'observer' });
    await openBoard(reader);
    expect(await reader.getByRole('button', { name: /^Mover/ }).count()).toBe(0);
  });
});

describe('what expires', () => {
  it('leads from the presidency’s home to the figure without what lapses, equal to the indicator when nothing is chosen', async () => {
    const page = await app.newPage({ as: 'presidency' });
    await page.goto('/indicadores');
    // Once its figure is there: before, a dash stands in its place.
    const shown = await page.getByRole('button', { name: /Alianzas/ }).filter({ hasText: /\d/ }).first().textContent();
    const indicator = Number(/\d+/.exec(shown ?? '')?.[0]);
    await page.goto('/');
    await page.locator('a[href*="view=expiring"]').click();
    const today = page.getByTestId('today-allies');
    const after = page.getByTestId('after-allies');
    await today.waitFor();
    expect(Number(await today.textContent())).toBe(indicator);
    expect(Number(await after.textContent())).toBeLessThan(indicator);
    await page.getByText('Dejarían de ser aliados').waitFor();
    await shoot(page, 'expiring-lapse');
    await page.getByLabel('Elegir todos').uncheck();
    await page.getByText('No eligió ningún acuerdo').waitFor();
    await page.getByText('Dejarían de ser aliados').waitFor({ state: 'hidden' });
    expect(Number(await after.textContent())).toBe(indicator);
  });

  it('narrows to 60, 30 and 15 days, and prepares a renewal', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto('/acuerdos?view=expiring');
    await page.getByRole('button', { name: /^En 30 días/ }).click();
    await page.getByRole('heading', { name: 'Vencen en 30 días' }).waitFor();
    expect(new URL(page.url()).searchParams.get('within')).toBe('30');
    await page.getByRole('button', { name: /^En 90 días/ }).click();
    await page.getByRole('heading', { name: 'Vencen en 90 días' }).waitFor();
    await page.getByRole('link', { name: /^Preparar la renovación/ }).first().click();
    await page.getByText(/^Renueva «/).waitFor();
  });
});

describe('the calendar and the timeline', () => {
  it('show the months with what ends and what should be signed, by keyboard', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto('/acuerdos?view=calendar&month=2026-12');
    await page.getByRole('heading', { name: 'Diciembre de 2026' }).waitFor();
    await page.getByRole('cell', { name: /15.*Vence.*Red Raíces Libres/ }).waitFor();
    await page.getByRole('cell', { name: /16.*Firmas esperadas/ }).waitFor();
    await page.getByRole('button', { name: 'Mes siguiente' }).press('Enter');
    await page.getByRole('heading', { name: 'Enero de 2027' }).waitFor();
    await page.getByText('Entra en vigor').waitFor();
    await page.goto('/acuerdos?view=timeline&text=Turismo');
    const row = page.getByRole('row', { name: /Mesa Regional de Turismo/ });
    await row.waitFor();
    expect(await row.textContent()).toMatch(/Suspendido: desde 1 ago 2026/);
    await page.getByLabel('Leer en palabras').check();
    await row.getByText(/Vigente: 18 oct 2022/).waitFor();
  });

  it('leaves no complaint in the browser', () => {
    // The refusals that the journeys provoke are answers of the server, not complaints.
    expect(app.complaints).toEqual([]);
  });
});
