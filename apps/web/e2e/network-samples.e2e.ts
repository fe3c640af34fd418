import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { shoot, startApp, type App } from './support/app.js';
import { countsOf, mapDrawn } from './support/network.js';

// The figures are those that apps/api/test/network-samples.spec.ts counts out of the files themselves.
const SAMPLES = resolve(import.meta.dirname, '../../../../shared/data/samples');
const MAPS = resolve(import.meta.dirname, '../../../tools/maps');

let app: App;
afterEach(async () => { await app?.close(); });

(existsSync(SAMPLES) ? describe : describe.skip)('the network of a real file, imported into an empty register', () => {
  it.each([
    ['activities', 'presence-4w-guatemala-hxl.csv', 'activities-presence-4w.json', { organisations: 20, ties: 13 }],
    ['agreements', 'agreements-desta-semicolon.csv', 'agreements-desta.json', { organisations: 220, ties: 8267 }],
    ['organisations', 'organisations-ror-mexico.csv', 'organisations-ror.json', { organisations: 149, ties: 130 }],
  ])('%s of %s is seen with the counts that the file gives', async (kind, file, map, figures) => {
    app = await startApp({ empty: true });
    await app.tejido('import', kind, join(SAMPLES, file), '--map', join(MAPS, map));
    const page = await app.newPage({ as: 'admin' });
    await page.goto('/red');
    await mapDrawn(page);
    const seen = await countsOf(page);
    expect({ organisations: seen.organisations, ties: seen.ties }).toEqual(figures);
    expect(seen.drawn).toEqual(figures);
    await page.waitForTimeout(1500);
    await shoot(page, `network-of-${kind}`);

    await page.getByText('Tabla', { exact: true }).click();
    const heads = page.getByRole('heading', { level: 2, name: /^(Organizaciones|Vínculos)$/ });
    await heads.first().waitFor();
    expect(await heads.evaluateAll((all) => all.map((head) => Number(head.nextElementSibling?.textContent)))).toEqual([figures.organisations, figures.ties]);
    expect(app.complaints).toEqual([]);
  });
});
