import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

const PASSWORD = 'caminos que se cruzan 27';

let app: App;
let admin: Page;
let nadia: Page;
let link: string;

beforeAll(async () => {
  app = await startApp();
  admin = await app.newPage({ as: 'admin' });
  nadia = await app.newPage({ size: { width: 390, height: 844 } });
});
afterAll(async () => { await app?.close(); });

const choose = async (page: Page, field: string | RegExp, option: string) => {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
};

describe('an administrator', () => {
  it('adds a person, and is told the link once', async () => {
    await admin.goto('/ajustes/usuarios');
    await admin.getByRole('button', { name: 'Añadir persona' }).click();
    await admin.getByRole('button', { name: 'Guardar cuenta' }).click();
    await admin.getByText('Hace falta este dato.').first().waitFor();
    await admin.getByLabel('Nombre', { exact: true }).fill('Nadia Nueva');
    await admin.getByLabel('Correo electrónico').fill('nadia@demo.tejido.example');
    await choose(admin, 'Función', 'Secretaría');
    await admin.getByRole('button', { name: 'Guardar cuenta' }).click();
    link = await admin.getByLabel('Enlace', { exact: true }).inputValue();
    await shoot(admin, 'administration-link');
    await admin.getByRole('button', { name: 'Ya lo copié' }).click();
    await admin.getByRole('row', { name: /Nadia Nueva.*Falta su contraseña/s }).waitFor();
    await shoot(admin, 'administration-users');
  });

  it('whose new user sets the password with the link, on a phone, and is in', async () => {
    await nadia.goto(link);
    await nadia.getByRole('heading', { name: 'Hola, Nadia Nueva' }).waitFor();
    await nadia.getByLabel('Contraseña', { exact: true }).fill('corta');
    await nadia.getByLabel('Repita la contraseña').fill('corta');
    await nadia.keyboard.press('Enter');
    await nadia.getByText(/La contraseña es corta/).waitFor();
    await nadia.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
    await nadia.getByLabel('Repita la contraseña').fill(PASSWORD);
    await shoot(nadia, 'administration-set-password');
    await nadia.keyboard.press('Enter');
    await nadia.getByRole('button', { name: 'Menú de Nadia Nueva' }).waitFor();
    const another = await app.newPage();
    await another.goto(link);
    await another.getByText(/Ya se usó/).waitFor();
    await shoot(another, 'administration-link-used');
    await another.getByRole('button', { name: 'Ir a la entrada' }).click();
    await another.getByLabel('Correo electrónico').fill('nadia@demo.tejido.example');
    await another.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
    await another.keyboard.press('Enter');
    await another.getByRole('button', { name: 'Menú de Nadia Nueva' }).waitFor();
    await another.context().close();
  });

  it('adds a term in both languages, and it is offered in a form', async () => {
    await admin.getByRole('tab', { name: 'Catálogos' }).click();
    await choose(admin, 'Catálogo', 'Medios de difusión');
    await admin.getByRole('button', { name: 'Añadir término' }).click();
    await admin.getByLabel('Nombre en español').fill('Radio comunitaria');
    await admin.getByLabel('Nombre en inglés').fill('Community radio');
    await admin.getByRole('button', { name: 'Guardar término' }).click();
    await admin.getByRole('row', { name: /Radio comunitaria.*Community radio/ }).waitFor();
    await shoot(admin, 'administration-term');
    await nadia.goto('/difusion');
    await nadia.getByRole('button', { name: 'Registrar envío' }).click();
    await nadia.getByRole('textbox', { name: 'Mensaje', exact: true }).fill('La trata no es tráfico.');
    await choose(nadia, 'Público', 'Estado');
    await choose(nadia, 'Medio', 'Radio comunitaria');
    await shoot(nadia, 'administration-term-offered');
    await nadia.getByRole('button', { name: 'Guardar', exact: false }).last().click();
    await nadia.getByText('La trata no es tráfico.').waitFor();
  });

  it('is told that figures change with what a rule reads', async () => {
    await choose(admin, 'Catálogo', 'Tipos de acuerdo');
    await admin.getByRole('row', { name: /Memorando de entendimiento/ }).click();
    expect(await admin.getByText(/Las cifras cambiarán/).count()).toBe(0);
    await admin.getByRole('switch', { name: /Es un instrumento/ }).click();
    await admin.getByText(/Las cifras cambiarán/).waitFor();
    await shoot(admin, 'administration-figures-change');
    await admin.getByRole('button', { name: 'Cancelar' }).click();
  });

  it('disables the account, and its owner is out at once', async () => {
    await admin.getByRole('tab', { name: 'Personas usuarias' }).click();
    await admin.getByRole('button', { name: 'Acciones para Nadia Nueva' }).click();
    await admin.getByRole('menuitem', { name: 'Deshabilitar' }).click();
    await admin.getByRole('dialog', { name: /Deshabilitar a Nadia/ }).getByRole('button', { name: 'Deshabilitar' }).click();
    await admin.getByRole('row', { name: /Nadia Nueva.*Deshabilitada/s }).waitFor();
    await nadia.reload();
    await nadia.getByRole('heading', { name: /Registro de alianzas/ }).waitFor();
    await nadia.getByLabel('Correo electrónico').fill('nadia@demo.tejido.example');
    await nadia.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
    await nadia.keyboard.press('Enter');
    await nadia.getByText('El correo o la contraseña no son correctos.').waitFor();
    await shoot(nadia, 'administration-out');
  });

  it('cannot lock everybody out', async () => {
    await admin.getByRole('button', { name: /^Acciones para Adela/ }).click();
    await admin.getByRole('menuitem', { name: 'Deshabilitar' }).click();
    await admin.getByRole('dialog', { name: /Deshabilitar a Adela/ }).getByRole('button', { name: 'Deshabilitar' }).click();
    await admin.getByText(/única cuenta de administración activa/).waitFor();
    expect(app.complaints.filter((each) => !each.includes('status of 4'))).toEqual([]);
  });
});
