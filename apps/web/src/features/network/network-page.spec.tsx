import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import cytoscape, { type Core } from 'cytoscape';
import { refused, renderInApp, serverAnswers, type Sent } from '../../../test/support.js';
import { NetworkPage } from './network-page.js';
import type { NetworkSearch } from './search.js';
import { aNode, aTie } from './testing.js';

const NODES = [
  aNode('a1', { name: 'Organización para las Migraciones', acronym: 'OIM', audience: 'international', ties: 2 }),
  aNode('b2', { name: 'Comisión de Honduras', audience: 'state', standing: 'member', seatCountry: 'HN', ties: 1 }),
  aNode('c3', { name: 'Red de Albergues', audience: 'civil_society', ties: 1 }),
];
const TIES = [aTie('a1', 'b2', 2.5, { demonstrated: true, meetings: 3 }), aTie('a1', 'c3', 1)];
const EVIDENCE = [
  { kind: 'agreement', id: 'g1', label: 'Memorando con OIM', labelEn: null, from: '2021-06-10', to: null, readsFrom: null, weight: 1 },
  { kind: 'meeting', id: 'm1', label: 'Reunión bilateral', labelEn: null, from: '2026-01-17', to: '2026-01-17', readsFrom: null, weight: 0.7 },
];

const answer = (network: object) => ({ data: { network: { day: '2026-11-24', matching: 5, total: 3, totalTies: 2, nodes: NODES, ties: TIES, ...network } } });

function aServer(network: (sent: Sent) => unknown = () => answer({})): Sent[] {
  return serverAnswers((sent) => {
    if (sent.query.includes('query Network(')) return network(sent);
    if (sent.query.includes('query TieEvidence')) return { data: { tieEvidence: EVIDENCE } };
    if (sent.query.includes('query PlanYears')) return { data: { strategy: { fromYear: 2019 } } };
    return { data: { taxonomies: [
      { taxonomy: 'audience', code: 'state', label: { es: 'Estado', en: 'State' }, short: null, reverse: null, position: 1, retired: false, counts: null },
      { taxonomy: 'audience', code: 'international', label: { es: 'Organismos internacionales', en: 'International' }, short: null, reverse: null, position: 2, retired: false, counts: null },
    ] } };
  });
}

async function open(address = '/red') {
  const root = createRootRoute();
  const network = createRoute({
    getParentRoute: () => root, path: '/red', validateSearch: (search: Record<string, unknown>) => search as NetworkSearch,
    component: function Page() {
      const navigate = network.useNavigate();
      return <NetworkPage search={network.useSearch()} onSearch={(search) => void navigate({ search: search as never, replace: true })} />;
    },
  });
  const profile = createRoute({ getParentRoute: () => root, path: '/organizaciones/$id', component: () => <h1>Perfil</h1> });
  const router = createRouter({ routeTree: root.addChildren([network, profile]), history: createMemoryHistory({ initialEntries: [address] }) });
  await renderInApp(<RouterProvider router={router as never} />);
  return router;
}
const drawn = () => waitFor(() => expect(document.querySelector('[data-drawn="3"]')).not.toBeNull(), { timeout: 5000 });

describe('the network page', () => {
  beforeEach(() => localStorage.clear());

  it('groups large numbers as the language writes them', async () => {
    aServer(() => answer({ total: 1234, totalTies: 56789 }));
    await open();
    expect(await screen.findByTestId('network-counts')).toHaveTextContent('3 organizaciones de 1,234 · 2 vínculos de 56,789');
  });

  it('says how many organisations and ties are shown, and of how many', async () => {
    aServer(() => answer({ total: 40, totalTies: 90 }));
    await open();
    const counts = await screen.findByTestId('network-counts');
    expect(counts).toHaveTextContent('3 organizaciones de 40 · 2 vínculos de 90');
    expect(counts).toHaveTextContent('Se muestran solo las 3 con más vínculos.');
  });

  it('leaves the coalition out unless it is asked for', async () => {
    const sent = aServer();
    await open('/red?coalition=true');
    await screen.findByTestId('network-counts');
    const filters = sent.filter(({ query }) => query.includes('query Network(')).map(({ variables }) => variables['filter']);
    expect(filters).toContainEqual({});
    expect(filters).toContainEqual({ standing: ['external', 'member'] });
  });

  it('filters by the legend, and keeps the filter in the address', async () => {
    const sent = aServer();
    const router = await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Estado' }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ audience: ['state'] }));
    await waitFor(() => expect(sent.some(({ variables }) => JSON.stringify(variables).includes('"audience":["state"]'))).toBe(true));
    expect(screen.getByRole('button', { name: 'Estado' })).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(screen.getByRole('button', { name: 'Quitar Estado' }));
    await waitFor(() => expect(router.state.location.search).not.toMatchObject({ audience: ['state'] }));
  });

  it('fits the map to what a filter leaves, once that is drawn, and not to what was drawn before', async () => {
    const fitted: number[] = [];
    const core = Object.getPrototypeOf(cytoscape()) as { fit: (this: Core, ...args: unknown[]) => Core };
    const { fit } = core;
    const spy = jest.spyOn(core, 'fit').mockImplementation(function (this: Core, ...args) { if (this.nodes().nonempty()) fitted.push(this.nodes('[ties]').length); return fit.apply(this, args); });
    let arrive = () => {};
    aServer(({ variables }) => (JSON.stringify(variables).includes('"audience":["state"]')
      ? new Promise((done) => { arrive = () => done(answer({ nodes: NODES.slice(0, 2), ties: TIES.slice(0, 1), total: 2, totalTies: 1 })); }) : answer({})));
    await open();
    await drawn();
    await waitFor(() => expect(fitted).toEqual([3]));
    await userEvent.click(await screen.findByRole('button', { name: 'Estado' }));
    expect(screen.getByRole('button', { name: 'Estado' })).toHaveAttribute('aria-pressed', 'true');
    expect(fitted).toEqual([3]);
    arrive();
    await waitFor(() => expect(fitted).toEqual([3, 2]));
    spy.mockRestore();
  });

  it('walks the map by arrow keys, says where it is, and opens the profile by Enter', async () => {
    aServer();
    const router = await open();
    await drawn();
    screen.getByRole('application').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(await screen.findByText(/OIM · Organización para las Migraciones, .*2 vínculos\./)).toBeInTheDocument();
    expect(router.state.location.search).toMatchObject({ at: 'a1' });
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'Perfil' })).toBeInTheDocument();
    expect(router.state.location.pathname).toBe('/organizaciones/a1');
  });

  it('shows why two are tied, with a link to each piece of evidence', async () => {
    aServer();
    await open('/red?at=a1');
    await userEvent.click(await screen.findByRole('button', { name: /Por qué se vincula con Comisión de Honduras: 1 acuerdo, 3 reuniones/ }));
    expect(await screen.findByRole('link', { name: 'Memorando con OIM' })).toHaveAttribute('href', '/acuerdos/g1');
    expect(screen.getByRole('link', { name: 'Reunión bilateral' })).toHaveAttribute('href', '/reuniones/m1');
    expect(screen.getByText(/17 ene 2026/)).toBeInTheDocument();
  });

  it('has a table twin with the same organisations, ties and actions', async () => {
    aServer();
    const router = await open('/red?view=table');
    const organisations = await screen.findByRole('table', { name: 'Organizaciones' });
    expect(within(organisations).getAllByRole('row')).toHaveLength(1 + NODES.length);
    const ties = screen.getByRole('table', { name: 'Vínculos' });
    expect(within(ties).getAllByRole('row')).toHaveLength(1 + TIES.length);
    await userEvent.click(within(ties).getByRole('button', { name: /OIM – Comisión de Honduras/ }));
    expect(router.state.location.search).toMatchObject({ at: 'a1', to: 'b2' });
    expect(await screen.findByRole('link', { name: 'Memorando con OIM' })).toBeInTheDocument();
    await userEvent.click(within(organisations).getByRole('button', { name: 'Ordenar por Organización' }));
    expect(within(organisations).getAllByRole('row')[1]).toHaveTextContent('Comisión de Honduras');
  });

  it('says that nothing matches, and takes the filters away', async () => {
    aServer(({ variables }) => (JSON.stringify(variables).includes('BZ') ? answer({ nodes: [], ties: [], total: 0, totalTies: 0, matching: 0 }) : answer({})));
    const router = await open('/red?country=%5B%22BZ%22%5D');
    await screen.findByText('Nada coincide con lo que busca');
    await userEvent.click(screen.getAllByRole('button', { name: 'Quitar filtros' })[0]!);
    await waitFor(() => expect(router.state.location.search).not.toHaveProperty('country'));
  });

  it('says that loading failed, and asks again', async () => {
    let failing = true;
    aServer(() => (failing ? refused('FORBIDDEN') : answer({})));
    await open();
    await screen.findByText('No se pudo cargar', undefined, { timeout: 10_000 });
    failing = false;
    await userEvent.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByTestId('network-counts', undefined, { timeout: 10_000 })).toHaveTextContent('3 organizaciones · 2 vínculos · 2 más sin vínculos');
  });
});
