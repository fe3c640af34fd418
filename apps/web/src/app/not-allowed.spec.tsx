import { expect, it } from '@jest/globals';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import { aViewer, renderInApp } from '../../test/support.js';
import { OnlyToRegister } from './not-allowed.js';

async function open(abilities: string[]) {
  const form = () => <OnlyToRegister ability="organisation.register" list="/organizaciones"><p>El formulario</p></OnlyToRegister>;
  const router = createRouter({ routeTree: createRootRoute({ component: form }), history: createMemoryHistory() });
  await renderInApp(<RouterProvider router={router as never} />, { viewer: aViewer({ abilities }) });
}

it('gives the form to whoever may register', async () => {
  await open(['organisation.register']);
  expect(await screen.findByText('El formulario')).toBeInTheDocument();
});

it('tells whoever may not who may, and leads to the list', async () => {
  await open(['organisation.read']);
  expect(await screen.findByText('No puede registrar aquí')).toBeInTheDocument();
  expect(screen.queryByText('El formulario')).toBeNull();
  expect(screen.getByRole('link', { name: 'Ver la lista' })).toHaveAttribute('href', '/organizaciones');
});
