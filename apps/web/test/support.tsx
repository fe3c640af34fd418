import { act, render, type RenderResult } from '@testing-library/react';
import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { startTexts, type Language } from '../src/app/i18n.js';
import { newQueryClient, Providers } from '../src/app/providers.js';
import { SignedInContext, type Coalition, type Viewer } from '../src/app/session.js';

/** A signed-in viewer for tests; give what matters. */
export const aViewer = (given: Partial<Viewer> = {}): Viewer => ({
  id: 'u1', name: 'Ana Morales', email: 'ana@example.test', role: 'secretariat', country: null, language: 'es', abilities: [], ...given,
});

export const aCoalition = (given: Partial<Coalition> = {}): Coalition => ({
  acronym: 'CORETT', name: { es: 'Coalición', en: 'Coalition' }, demonstration: false, members: ['GT', 'HN'], timeZone: 'America/Guatemala', ...given,
});

interface Around { language?: Language; viewer?: Viewer; client?: QueryClient }

/** Renders with everything that pages have around them, in Spanish unless told. Links need a router: render those in routes. */
export async function renderInApp(children: ReactNode, { language = 'es', viewer = aViewer(), client = newQueryClient() }: Around = {}): Promise<RenderResult> {
  if (!i18next.isInitialized) await startTexts();
  await i18next.changeLanguage(language);
  const session = { viewer, coalition: aCoalition() };
  return act(async () => render(
    <Providers client={client} test><SignedInContext value={session}>{children}</SignedInContext></Providers>,
  ));
}

/** One request that the page sent. */
export interface Sent { query: string; variables: Record<string, unknown>; headers: Record<string, string> }

/** Stands for the server: `answer` gives the GraphQL answer to each request, or throws for a lost connection. Returns what was sent. */
export function serverAnswers(answer: (sent: Sent, index: number) => unknown): Sent[] {
  const all: Sent[] = [];
  globalThis.fetch = (async (_url: unknown, init: RequestInit) => {
    const { query, variables } = JSON.parse(String(init.body)) as { query: string; variables: Record<string, unknown> };
    all.push({ query, variables, headers: init.headers as Record<string, string> });
    const body = answer(all.at(-1)!, all.length - 1);
    return { json: async () => body } as Response;
  }) as typeof fetch;
  return all;
}

/** A refusal as the server writes it. */
export const refused = (code: string, fields: { path: string; problem: string; values?: Record<string, string | number> }[] = []) => ({
  data: null, errors: [{ message: code, extensions: { code, fields } }],
});
