import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderInApp } from '../../test/support.js';
import { DayField } from './day-field.js';

function Field({ initial = null }: { initial?: string | null }) {
  const [day, setDay] = useState<string | null>(initial);
  return <><DayField label="Fecha" value={day} onChange={setDay} /><output>{day ?? 'ninguna'}</output></>;
}

function Saved({ onSave }: { onSave: (day: string | null) => void }) {
  const [day, setDay] = useState<string | null>('2026-01-01');
  return <form onSubmit={(event) => { event.preventDefault(); onSave(day); }} noValidate><DayField label="Fecha" value={day} onChange={setDay} /><button type="submit">Guardar</button></form>;
}

describe('DayField', () => {
  it('lets no form be saved while what was typed is no day, and leads back to it', async () => {
    const saved: (string | null)[] = [];
    await renderInApp(<Saved onSave={(day) => saved.push(day)} />);
    const field = screen.getByLabelText('Fecha');
    await userEvent.clear(field);
    await userEvent.type(field, '31/02/2026');
    await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
    expect(saved).toEqual([]);
    expect(field).toHaveFocus();
    expect(screen.getByText(/No entendemos esta fecha/)).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(saved).toEqual([]);
    await userEvent.clear(field);
    await userEvent.type(field, '28/02/2026');
    await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
    expect(saved).toEqual(['2026-02-28']);
  });

  it('takes a written day and shows it in full figures when left', async () => {
    await renderInApp(<Field />);
    await userEvent.type(screen.getByLabelText('Fecha'), '30 de julio de 2026');
    expect(screen.getByRole('status')).toHaveTextContent('2026-07-30');
    await userEvent.tab();
    expect(screen.getByLabelText('Fecha')).toHaveValue('30/07/2026');
  });

  it('keeps what it does not understand, says so once left, and the day that stood there stays', async () => {
    await renderInApp(<Field initial="2026-01-01" />);
    const field = screen.getByLabelText('Fecha');
    await userEvent.clear(field);
    await userEvent.type(field, '31/02/2026');
    expect(screen.queryByText(/No entendemos esta fecha/)).toBeNull();
    await userEvent.tab();
    expect(field).toHaveValue('31/02/2026');
    expect(screen.getByText(/No entendemos esta fecha/)).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('2026-01-01');
    expect(screen.queryByText(/de 2026/)).toBeNull();
  });

  it('hands on no half-written day when the whole is not understood', async () => {
    await renderInApp(<Field />);
    await userEvent.type(screen.getByLabelText('Fecha'), '30/07');
    expect(screen.getByRole('status')).not.toHaveTextContent('ninguna');
    await userEvent.type(screen.getByLabelText('Fecha'), '/x');
    expect(screen.getByRole('status')).toHaveTextContent('ninguna');
  });

  it('is empty again when cleared, without complaint', async () => {
    await renderInApp(<Field initial="2026-01-01" />);
    await userEvent.clear(screen.getByLabelText('Fecha'));
    await userEvent.tab();
    expect(screen.getByRole('status')).toHaveTextContent('ninguna');
    expect(screen.queryByText(/No entendemos/)).toBeNull();
  });
});
