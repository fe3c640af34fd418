import { describe, expect, it } from '@jest/globals';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import { aViewer, renderInApp } from '../../test/support.js';
import { OnlyToAmend, OnlyToRegister } from './not-allowed.js';

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

describe('the form that edits a record', () => {
  async function edit(record: { id: string; country?: string | null; viewerCan: string[] } | null) {
    const form = () => <OnlyToAmend record={record} page="/reuniones/$id">{({ id }) => <p>Se edita {id}</p>}</OnlyToAmend>;
    const router = createRouter({ routeTree: createRootRoute({ component: form }), history: createMemoryHistory() });
    await renderInApp(<RouterProvider router={router as never} />);
  }

  it('is given to whoever may amend it', async () => {
    await edit({ id: 'm1', viewerCan: ['amend'] });
    expect(await screen.findByText('Se edita m1')).toBeInTheDocument();
  });

  it.each([['HN', /delegación de Honduras/], [null, /La edita la secretaría/]])('tells others who may (country %s), and leads to the record', async (country, who) => {
    await edit({ id: 'm1', country, viewerCan: ['read'] });
    expect(await screen.findByText('No puede editar esta ficha')).toBeInTheDocument();
    expect(screen.getByText(who)).toBeInTheDocument();
    expect(screen.queryByText('Se edita m1')).toBeNull();
    expect(screen.getByRole('link', { name: 'Volver a la ficha' })).toHaveAttribute('href', '/reuniones/m1');
  });

  it('is no page where there is no such record for them', async () => {
    await edit(null);
    expect(screen.queryByText('No puede editar esta ficha')).toBeNull();
    expect(await screen.findByText('Esta página no existe')).toBeInTheDocument();
  });
});
