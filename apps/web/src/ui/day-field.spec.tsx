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

describe('DayField', () => {
  it('takes a written day and shows it in full figures when left', async () => {
    await renderInApp(<Field />);
    await userEvent.type(screen.getByLabelText('Fecha'), '30 de julio de 2026');
    expect(screen.getByRole('status')).toHaveTextContent('2026-07-30');
    await userEvent.tab();
    expect(screen.getByLabelText('Fecha')).toHaveValue('30/07/2026');
  });

  it('keeps what it does not understand, says so, and gives no day', async () => {
    await renderInApp(<Field initial="2026-01-01" />);
    const field = screen.getByLabelText('Fecha');
    await userEvent.clear(field);
    await userEvent.type(field, '31/02/2026');
    await userEvent.tab();
    expect(field).toHaveValue('31/02/2026');
    expect(screen.getByText(/No entendemos esta fecha/)).toBeInTheDocument();
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
