import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot, startApp, type App } from './support/app.js';

let app: App;
let folder: string;
beforeAll(async () => {
  app = await startApp();
  folder = await mkdtemp(join(tmpdir(), 'tejido-evidence-'));
  await writeFile(join(folder, 'Memorando_firmado.pdf'), aPdf('MEMORANDO DE ENTENDIMIENTO'));
  await writeFile(join(folder, 'Memorando definitivo.pdf'), aPdf('MEMORANDO DEFINITIVO'));
  await writeFile(join(folder, 'carta.pdf'), '<html><body>No es un PDF</body></html>');
  await writeFile(join(folder, 'programa.exe'), 'MZ');
});
afterAll(async () => {
  await app?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

describe('evidence by files', () => {
  it('is dropped on an agreement, seen, verified by a second person from the queue, and makes it count', async () => {
    const clerk = await app.newPage({ as: 'secretariat' });
    const agreement = await anAgreementWithoutEvidence(clerk);
    await clerk.goto(agreement);
    await clerk.getByText('No cuenta como alianza hoy').waitFor();

    // Two at once: the one that is not what its name says is refused next to it, the other goes on.
    await dropFiles(clerk, ['Memorando_firmado.pdf', 'carta.pdf', 'programa.exe']);
    await clerk.getByRole('group', { name: 'carta.pdf' }).getByRole('alert').getByText('El contenido del archivo no es lo que su nombre dice.').waitFor();
    await clerk.getByRole('alert').filter({ hasText: 'programa.exe' }).getByText(/No se aceptan archivos de este tipo/).waitFor();
    await clerk.getByText('Usted la añadió: la verifica otra persona.').waitFor();
    await shoot(clerk, 'evidence-refused');
    expect(await clerk.getByRole('button', { name: 'Verificar', exact: true }).count()).toBe(0);
    await clerk.getByRole('group', { name: 'carta.pdf' }).getByRole('button', { name: 'Quitar carta.pdf' }).click();

    await clerk.getByRole('button', { name: 'Memorando_firmado.pdf' }).click();
    await seen(clerk, 'Memorando_firmado.pdf');
    await shoot(clerk, 'evidence-preview');
    await clerk.keyboard.press('Escape');

    const verifier = await app.newPage({ as: 'verifier' });
    await verifier.goto('/evidencia?text=memorando%20de%20prueba');
    await verifier.getByRole('heading', { name: 'Memorando firmado', level: 2 }).waitFor();
    await seen(verifier, 'Memorando_firmado.pdf');
    await shoot(verifier, 'evidence-queue');
    await verifier.getByRole('button', { name: 'Verificar', exact: true }).click();
    await verifier.getByText('Verificada: Memorando firmado').waitFor();
    await verifier.goto(agreement);
    await verifier.getByText('Cuenta como alianza', { exact: true }).waitFor();
    await shoot(verifier, 'evidence-counts');

    // Replaced, it does not count until somebody looks again; what it was still opens.
    await clerk.reload();
    await clerk.getByRole('button', { name: 'Reemplazar Memorando firmado' }).click();
    const dialog = clerk.getByRole('dialog');
    await dialog.locator('input[type=file]').setInputFiles(join(folder, 'Memorando definitivo.pdf'));
    await dialog.getByText('Archivo nuevo:').waitFor();
    await dialog.getByLabel('Documento').fill('Memorando definitivo');
    await dialog.getByRole('button', { name: 'Reemplazar', exact: true }).click();
    await clerk.getByText('1 versión anterior').click();
    await clerk.getByRole('button', { name: 'Memorando_firmado.pdf' }).waitFor();
    await clerk.getByText('No cuenta como alianza hoy').waitFor();

    // Sent back, whoever added it reads why at home and in the record.
    await verifier.goto('/evidencia?text=memorando%20de%20prueba');
    await verifier.getByRole('button', { name: 'Devolver' }).click();
    await verifier.getByLabel(/Qué falta/).fill('Falta la firma de la segunda parte');
    await verifier.getByRole('button', { name: 'Devolver' }).click();
    await verifier.getByText('Devuelta: quien la añadió verá el motivo.').waitFor();
    await clerk.goto('/');
    await clerk.getByRole('heading', { name: /Evidencia que le devolvieron/ }).waitFor();
    await clerk.getByText('Falta la firma de la segunda parte').waitFor();
    await shoot(clerk, 'evidence-sent-back');
    // What the browser itself writes about a refused upload is no complaint of ours.
    expect(app.complaints.filter((each) => !each.includes('415'))).toEqual([]);
  });

  it('is told to be too large before anything is sent', async () => {
    const clerk = await app.newPage({ as: 'secretariat', size: { width: 390, height: 844 } });
    await clerk.goto(await anAgreementWithoutEvidence(clerk));
    await writeFile(join(folder, 'enorme.pdf'), Buffer.alloc(100 * 1024 * 1024));
    const sent: string[] = [];
    clerk.on('request', (request) => { if (request.method() === 'POST' && request.url().endsWith('/files')) sent.push(request.url()); });
    await clerk.locator('section').filter({ hasText: 'Evidencia' }).locator('input[type=file]').setInputFiles(join(folder, 'enorme.pdf'));
    await clerk.getByRole('alert').filter({ hasText: 'enorme.pdf' }).getByText('Pesa 100 MB; el máximo es 25 MB.').waitFor();
    expect(sent).toEqual([]);
    const overflow = await clerk.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await shoot(clerk, 'evidence-too-large-390');
  });
});

/** One that counts as soon as its evidence is verified. @returns its address */
async function anAgreementWithoutEvidence(page: Page): Promise<string> {
  await page.goto('/');
  const id = await page.evaluate(async () => {
    const ask = async (query: string, variables: object = {}) => ((await (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) })).json()) as { data: Record<string, { id: string; nodes: { id: string }[] }> }).data;
    const { own, outside } = await ask('{ own: organisations(filter: { standing: ["coalition"] }, first: 1) { nodes { id } } outside: organisations(filter: { standing: ["external"] }, first: 1) { nodes { id } } }');
    const parties = [own!, outside!].map(({ nodes }) => ({ organisationId: nodes[0]!.id, signedOn: '2026-02-01' }));
    return (await ask('mutation ($input: AgreementInput!) { registerAgreement(input: $input) { id } }', { input: { title: 'Memorando de prueba', kind: 'memorandum', parties } })).registerAgreement!.id;
  });
  return `/acuerdos/${id}`;
}

/** Drops files as from the desktop. */
async function dropFiles(page: Page, names: string[]): Promise<void> {
  const files = await Promise.all(names.map(async (name) => ({ name, content: (await readFile(join(folder, name))).toString('base64') })));
  const dropped = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, content } of all) data.items.add(new File([Uint8Array.from(atob(content), (each) => each.charCodeAt(0))], name));
    return data;
  }, files);
  await page.getByRole('button', { name: 'Arrastre archivos aquí o elíjalos' }).first().dispatchEvent('drop', { dataTransfer: dropped });
}

/** The document's bytes arrived, and its frame has them; drawing them is the browser's viewer's, which a headless one may lack. */
async function seen(page: Page, name: string): Promise<void> {
  await page.locator(`iframe[title="${name}"][src^="blob:"]`).waitFor();
}

function aPdf(text: string): Buffer {
  const stream = `BT /F1 28 Tf 60 720 Td (${text}) Tj ET`;
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'];
  let pdf = '%PDF-1.4\n';
  const at = objects.map((body, index) => { const start = pdf.length; pdf += `${index + 1} 0 obj${body}endobj\n`; return start; });
  const table = pdf.length;
  pdf += `xref\n0 6\n0000000000 65535 f \n${at.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}
