import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
beforeAll(async () => { app = await startApp(); });
afterAll(async () => { await app?.close(); });

describe('anybody who opens the address', () => {
  it('is asked to sign in, is refused with a wrong password and keeps what was typed', async () => {
    const page = await app.newPage();
    await page.goto('/');
    await page.getByLabel(/correo/i).fill('secretaria@demo.tejido.example');
    await page.getByLabel(/contraseña/i).first().fill('not the password of anybody');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel(/correo/i).inputValue()).toBe('secretaria@demo.tejido.example');
    await shoot(page, 'sign-in-refused');
  });

  it('sees the home of the secretariat with the demonstration mark once signed in, on a phone too', async () => {
    for (const size of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
      const page = await app.newPage({ as: 'secretariat', size });
      await page.goto('/');
      await page.getByText(/demostración/i).first().waitFor();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await shoot(page, `home-secretariat-${size.width}`);
    }
  });
});
