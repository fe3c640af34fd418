import { describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInApp } from '../../test/support.js';
import { ConflictDialog } from './conflict-dialog.js';
import { compareStaleEdit } from './conflicts.js';

interface Values { name: string; website: string | null; phone: string; themes: string[] }
const original: Values = { name: 'OIM', website: null, phone: '1', themes: ['a'] };
const theirs: Values = { name: 'OIM Centroamérica', website: null, phone: '2', themes: ['a', 'b'] };
const yours: Values = { name: 'IOM', website: 'https://iom.int', phone: '1', themes: ['a', 'b'] };

describe('compareStaleEdit', () => {
  it('asks only about what both changed differently, and merges the rest', () => {
    const edit = compareStaleEdit(original, theirs, yours);
    expect(edit.conflicts.map((each) => each.field)).toEqual(['name']);
    expect(edit.merged).toEqual({ name: 'OIM Centroamérica', website: 'https://iom.int', phone: '2', themes: ['a', 'b'] });
  });

  it('takes null and the empty text for the same', () => {
    expect(compareStaleEdit({ a: null }, { a: 'x' }, { a: '' as string | null }).conflicts).toEqual([]);
  });
});

describe('ConflictDialog', () => {
  const open = async () => {
    const onResolve = jest.fn();
    await renderInApp(<ConflictDialog edit={compareStaleEdit(original, theirs, yours)} label={() => 'Nombre'} onResolve={onResolve} onClose={() => undefined} />);
    return onResolve;
  };

  it('shows all three, and saves yours unless you say otherwise', async () => {
    const onResolve = await open();
    expect(screen.getByText('OIM Centroamérica')).toBeInTheDocument();
    expect(screen.getByText('IOM')).toBeInTheDocument();
    expect(screen.getByText(/Antes: OIM/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Guardar con esta elección' }));
    expect(onResolve).toHaveBeenCalledWith({ name: 'IOM', website: 'https://iom.int', phone: '2', themes: ['a', 'b'] });
  });

  it('saves theirs where you chose it, and still your other changes', async () => {
    const onResolve = await open();
    await userEvent.click(screen.getByRole('radio', { name: 'Nombre: Ahora en el registro' }));
    await userEvent.click(screen.getByRole('button', { name: 'Guardar con esta elección' }));
    expect(onResolve).toHaveBeenCalledWith({ name: 'OIM Centroamérica', website: 'https://iom.int', phone: '2', themes: ['a', 'b'] });
  });
});
