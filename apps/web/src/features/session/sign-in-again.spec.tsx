import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { Operation } from '../../app/graphql.js';
import { startTexts } from '../../app/i18n.js';
import { newQueryClient, Providers } from '../../app/providers.js';
import { armGate, openGate } from '../../app/session-gate.js';
import { SignedInOnly } from '../../app/signed-in-only.js';
import { aCoalition, aViewer, refused, serverAnswers } from '../../../test/support.js';
import { useApiMutation } from '../../app/use-api.js';

const Save = 'mutation Save($text: String!) { save(text: $text) }' as unknown as Operation<{ save: boolean }, { text: string }>;

function Form() {
  const [text, setText] = useState('');
  const save = useApiMutation(Save);
  return (
    <form onSubmit={(event) => { event.preventDefault(); save.mutate({ text }); }}>
      <label>Notas <textarea value={text} onChange={(event) => setText(event.target.value)} /></label>
      <button type="submit">Guardar notas</button>
      {save.isSuccess && <p>Quedó guardado</p>}
    </form>
  );
}

/** A server whose session can be ended from outside. */
function aServer() {
  const state = { signedIn: true, saved: [] as unknown[] };
  const sent = serverAnswers(({ query, variables }) => {
    if (query.includes('query Session')) return { data: { session: { viewer: state.signedIn ? aViewer() : null, coalition: aCoalition(), demoSignIns: [], needsSetUp: false } } };
    if (query.includes('SignIn')) {
      if (variables.password !== 'correcta') return refused('SIGN_IN_REFUSED');
      state.signedIn = true;
      return { data: { signIn: { viewer: { id: 'u1' } } } };
    }
    if (!state.signedIn) return refused('NOT_SIGNED_IN');
    if (query.includes('query UnreadNotifications')) return { data: { notifications: { total: 0 } } };
    state.saved.push(variables.text);
    return { data: { save: true } };
  });
  return { state, sent };
}

async function openForm() {
  await startTexts();
  const root = createRootRoute({ component: SignedInOnly });
  const page = createRoute({ getParentRoute: () => root, path: '/', component: Form });
  const router = createRouter({ routeTree: root.addChildren([page]), history: createMemoryHistory({ initialEntries: ['/'] }) });
  await act(async () => { render(<Providers client={newQueryClient()} test><RouterProvider router={router as never} /></Providers>); });
}

describe('a session that ends in the middle of a form', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => { armGate(false); openGate(false); });

  it('asks to sign in over the page; the form keeps its text and is saved once afterwards', async () => {
    const { state, sent } = aServer();
    await openForm();
    await userEvent.type(await screen.findByLabelText('Notas'), 'Acordamos un plan');
    state.signedIn = false;
    await userEvent.click(screen.getByRole('button', { name: 'Guardar notas' }));
    expect(await screen.findByText('Su sesión terminó')).toBeInTheDocument();
    expect(screen.getByLabelText('Notas')).toHaveValue('Acordamos un plan');

    await userEvent.type(screen.getByLabelText('Contraseña'), 'equivocada');
    await userEvent.click(screen.getByRole('button', { name: 'Entrar' }));
    expect(await screen.findByText('El correo o la contraseña no son correctos.')).toBeInTheDocument();
    await userEvent.clear(screen.getByLabelText('Contraseña'));
    await userEvent.type(screen.getByLabelText('Contraseña'), 'correcta');
    await userEvent.click(screen.getByRole('button', { name: 'Entrar' }));

    expect(await screen.findByText('Quedó guardado')).toBeInTheDocument();
    expect(state.saved).toEqual(['Acordamos un plan']);
    const keys = sent.filter((each) => each.query.includes('mutation Save')).map((each) => each.headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    await waitFor(() => expect(screen.queryByText('Su sesión terminó')).toBeNull());
    expect(screen.getByLabelText('Notas')).toHaveValue('Acordamos un plan');
  });

  it('shows the sign-in page to somebody who never was signed in', async () => {
    const { state } = aServer();
    state.signedIn = false;
    await openForm();
    expect(await screen.findByRole('heading', { name: 'Registro de alianzas de CORETT' })).toBeInTheDocument();
    expect(screen.queryByText('Su sesión terminó')).toBeNull();
    await userEvent.type(screen.getByLabelText('Correo electrónico'), 'ana@example.test');
    await userEvent.type(screen.getByLabelText('Contraseña'), 'correcta');
    await userEvent.click(screen.getByRole('button', { name: 'Entrar' }));
    expect(await screen.findByLabelText('Notas')).toBeInTheDocument();
  });

  it('leaves for the sign-in page when it is somebody else, without what was typed', async () => {
    const { state } = aServer();
    await openForm();
    await userEvent.type(await screen.findByLabelText('Notas'), 'secreto');
    state.signedIn = false;
    await userEvent.click(screen.getByRole('button', { name: 'Guardar notas' }));
    await userEvent.click(await screen.findByText('¿No es usted? Entrar con otra cuenta'));
    expect(await screen.findByRole('heading', { name: 'Registro de alianzas de CORETT' })).toBeInTheDocument();
    expect(screen.queryByDisplayValue('secreto')).toBeNull();
    expect(state.saved).toEqual([]);
  });
});
