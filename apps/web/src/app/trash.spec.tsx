import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refused, renderInApp, serverAnswers } from '../../test/support.js';
import type { Operation } from './graphql.js';
import { RestoreButton } from './trash.js';

const Restore = 'mutation Restore($id: ID!, $version: Int!) { restore(id: $id, version: $version) { id } }' as unknown as Operation<{ restore: { id: string } }, { id: string; version: number }>;
const ROW = { id: 'r1', version: 2 };

it('takes a record out of the trash at the version that was seen, and says so', async () => {
  const sent = serverAnswers(() => ({ data: { restore: { id: 'r1' } } }));
  await renderInApp(<RestoreButton operation={Restore} row={ROW} may />);
  await userEvent.click(screen.getByRole('button', { name: 'Restaurar' }));
  await waitFor(() => expect(sent.map(({ variables }) => variables)).toEqual([ROW]));
  expect(await screen.findByText('Está de nuevo en la lista.')).toBeInTheDocument();
});

it('says why it was refused, and is not offered to whoever may not', async () => {
  serverAnswers(() => refused('FORBIDDEN'));
  const { unmount } = await renderInApp(<RestoreButton operation={Restore} row={ROW} may />);
  await userEvent.click(screen.getByRole('button', { name: 'Restaurar' }));
  expect(await screen.findByText('No tiene permiso para hacer esto.')).toBeInTheDocument();
  unmount();
  await renderInApp(<RestoreButton operation={Restore} row={ROW} may={false} />);
  expect(screen.queryByRole('button', { name: 'Restaurar' })).toBeNull();
});
