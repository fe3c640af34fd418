import { describe, expect, it, jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInApp } from '../../test/support.js';
import { DataTable, type Column, type Sort } from './data-table.js';

interface Row { id: string; name: string; count: number }
const rows: Row[] = [{ id: 'a', name: 'FOPREL', count: 2 }, { id: 'b', name: 'OIM', count: 0 }];
const columns: Column<Row>[] = [
  { key: 'name', header: 'Nombre', sort: 'NAME', cell: (row) => <a href={`#${row.id}`}>{row.name}</a> },
  { key: 'count', header: 'Acuerdos', align: 'right', cell: (row) => row.count },
];

async function show(given: { sort?: Sort; onMore?: () => void } = {}) {
  const onOpen = jest.fn();
  const onSort = jest.fn();
  await renderInApp(<DataTable label="Organizaciones" columns={columns} rows={rows} rowKey={(row) => row.id} onOpen={onOpen} onSort={onSort}
    sort={given.sort} hasMore={!!given.onMore} onMore={given.onMore} total={40} />);
  return { onOpen, onSort };
}

describe('DataTable', () => {
  it('opens a row with a click and with Enter, but leaves links to themselves', async () => {
    const { onOpen } = await show();
    await userEvent.click(screen.getByText('2'));
    expect(onOpen).toHaveBeenLastCalledWith(rows[0]);
    await userEvent.click(screen.getByRole('link', { name: 'OIM' }));
    expect(onOpen).toHaveBeenCalledTimes(1);
    screen.getAllByRole('row')[1]!.focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onOpen).toHaveBeenLastCalledWith(rows[1]);
  });

  it('sorts by a column, and turns the order round the second time', async () => {
    const { onSort } = await show({ sort: { by: 'NAME', descending: false } });
    const header = screen.getByRole('columnheader', { name: /Nombre/ });
    expect(header).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(within(header).getByRole('button'));
    expect(onSort).toHaveBeenCalledWith({ by: 'NAME', descending: true });
    expect(within(screen.getByRole('columnheader', { name: 'Acuerdos' })).queryByRole('button')).toBeNull();
  });

  it('says how many of how many, and asks for more', async () => {
    const onMore = jest.fn();
    await show({ onMore });
    expect(screen.getByRole('status')).toHaveTextContent('2 de 40');
    await userEvent.click(screen.getByRole('button', { name: 'Ver más' }));
    expect(onMore).toHaveBeenCalled();
  });

  it('becomes cards with the column names on a phone', async () => {
    const wide = window.matchMedia;
    window.matchMedia = (query) => ({ ...wide(query), matches: query.includes('max-width') });
    try {
      await show();
      expect(screen.queryByRole('table')).toBeNull();
      const card = within(screen.getByRole('list', { name: 'Organizaciones' })).getAllByRole('listitem')[0]!;
      expect(card).toHaveTextContent('FOPREL');
      expect(card).toHaveTextContent('Acuerdos2');
    } finally {
      window.matchMedia = wide;
    }
  });
});
