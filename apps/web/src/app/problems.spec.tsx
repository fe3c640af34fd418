import { describe, expect, it } from '@jest/globals';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ProblemSummary } from '../ui/problem-summary.js';
import { ApiError, NoAnswer } from './graphql.js';
import { useProblems } from './problems.js';
import { renderInApp } from '../../test/support.js';

function Form({ error }: { error: unknown }) {
  const form = useForm({ initialValues: { name: 'Mi texto', parties: [{ signedOn: '' }, { signedOn: '' }] } });
  const problems = useProblems(form);
  return (
    <form onSubmit={form.onSubmit(() => problems.show(error))}>
      <ProblemSummary text={problems.summary} />
      <TextInput label="Nombre" {...form.getInputProps('name')} />
      <TextInput label="Firma" {...form.getInputProps('parties.1.signedOn')} />
      <button type="submit">Guardar</button>
    </form>
  );
}

async function submitWith(error: unknown, language: 'es' | 'en' = 'es') {
  await renderInApp(<Form error={error} />, { language });
  await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
}

describe('useProblems', () => {
  it('puts each problem next to its field, in lists too, and keeps what was typed', async () => {
    await submitWith(new ApiError('INVALID', [
      { path: 'input.name', problem: 'too_long', values: { max: 200 } },
      { path: 'input.parties.1.signedOn', problem: 'future_signature' },
    ]));
    expect(screen.getByLabelText('Nombre')).toHaveAccessibleDescription('Es demasiado largo (máximo: 200).');
    expect(screen.getByLabelText('Firma')).toHaveAccessibleDescription('Una firma no puede tener fecha futura.');
    expect(screen.getByLabelText('Nombre')).toHaveValue('Mi texto');
  });

  it('speaks the language of the reader', async () => {
    await submitWith(new ApiError('INVALID', [{ path: 'input.name', problem: 'duplicate_name' }]), 'en');
    expect(screen.getByLabelText('Nombre')).toHaveAccessibleDescription('There is already a record of this name.');
  });

  it('leaves out a bracket whose value is not known', async () => {
    await submitWith(new ApiError('INVALID', [{ path: 'input.name', problem: 'too_long' }]));
    expect(screen.getByLabelText('Nombre')).toHaveAccessibleDescription('Es demasiado largo.');
  });

  it('says above the form what belongs to no field, and never drops it', async () => {
    await submitWith(new ApiError('INVALID', [{ path: 'input', problem: 'coalition_missing' }, { path: 'input.hidden', problem: 'required' }]));
    expect(screen.getByRole('alert')).toHaveTextContent('Falta la coalición entre las partes.');
    expect(screen.getByRole('alert')).toHaveTextContent('Hace falta este dato.');
  });

  it('tells a lost connection from a refusal', async () => {
    await submitWith(new NoAnswer());
    expect(screen.getByRole('alert')).toHaveTextContent('No hay conexión con el servidor');
  });
});
