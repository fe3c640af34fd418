import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

const TITLE = 'Acuerdo escrito mientras la sesión terminaba';

/** Asks the server as this page's browser would, but from outside of it: its cookies stay as they are. */
async function ask(page: Page, query: string): Promise<{ data: Record<string, never> }> {
  const cookies = await page.context().cookies();
  const answer = await fetch(`${app.url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: app.url, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }, body: JSON.stringify({ query }),
  });
  return (await answer.json()) as { data: Record<string, never> };
}

describe('a session that ends in the middle of a form', () => {
  it('asks to sign in over the page; the form is intact, and what was sent is written once', async () => {
    const page = await app.newPage({ as: 'secretariat' });
    await page.goto('/acuerdos/nuevo');
    await page.getByLabel('Título').first().fill(TITLE);
    await page.getByLabel('Partes').first().fill('unicef');
    await page.getByRole('option', { name: /UNICEF/ }).first().click();
    await page.getByLabel('Rige hasta').fill('31/12/2030');
    await ask(page, 'mutation { signOut }');
    await page.getByRole('button', { name: 'Guardar acuerdo' }).click();

    const dialog = page.getByRole('dialog');
    await dialog.getByText('Su sesión terminó').waitFor();
    await shoot(page, 'expired-session');
    expect(await page.getByLabel('Título').first().inputValue()).toBe(TITLE);
    expect(await page.getByLabel('Rige hasta').inputValue()).toBe('31/12/2030');
    const { session } = (await ask(page, '{ session { demoSignIns { email password } } }')).data as unknown as { session: { demoSignIns: { email: string; password: string }[] } };
    await dialog.getByLabel('Contraseña').fill(session.demoSignIns.find(({ email }) => email.startsWith('secretaria@'))!.password);
    await dialog.getByRole('button', { name: 'Entrar', exact: true }).click();

    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    await page.getByText(/UNICEF/).first().waitFor();
    const { agreements } = (await ask(page, `{ agreements(filter: { text: ${JSON.stringify(TITLE)} }) { nodes { title effectiveTo } } }`)).data as unknown as { agreements: { nodes: { title: string; effectiveTo: string }[] } };
    expect(agreements.nodes.filter((each) => each.title === TITLE)).toEqual([{ title: TITLE, effectiveTo: '2030-12-31' }]);
  });
});
