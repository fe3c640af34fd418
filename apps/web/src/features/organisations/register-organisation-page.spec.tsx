import { beforeEach, expect, it } from '@jest/globals';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInApp, serverAnswers } from '../../../test/support.js';
import { RegisterOrganisationPage } from './register-organisation-page.js';

beforeEach(() => localStorage.clear());

it('is left without saving, and what was typed is there when it is opened again', async () => {
  const sent = serverAnswers(({ query }) => ({ data: query.includes('likelyDuplicates') ? { likelyDuplicates: [] } : { taxonomies: [] } }));
  const root = createRootRoute();
  const form = createRoute({ getParentRoute: () => root, path: '/organizaciones/nueva', component: () => <RegisterOrganisationPage /> });
  const list = createRoute({ getParentRoute: () => root, path: '/organizaciones', component: () => <h1>La lista</h1> });
  const router = createRouter({ routeTree: root.addChildren([form, list]), history: createMemoryHistory({ initialEntries: ['/organizaciones/nueva'] }) });
  await renderInApp(<RouterProvider router={router as never} />);
  await userEvent.type(await screen.findByRole('textbox', { name: /^Nombre/ }), 'Red Nueva');
  await userEvent.click(screen.getByRole('button', { name: 'Cancelar' }));
  expect(await screen.findByRole('heading', { name: 'La lista' })).toBeInTheDocument();
  expect(sent.some(({ query }) => query.includes('mutation'))).toBe(false);
  await router.navigate({ to: '/organizaciones/nueva' } as never);
  expect(await screen.findByRole('textbox', { name: /^Nombre/ })).toHaveValue('Red Nueva');
});
