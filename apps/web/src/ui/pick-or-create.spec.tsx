import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderInApp } from '../../test/support.js';
import { pastedNames } from './pasted-names.js';
import { PickOrCreate, type PickOption } from './pick-or-create.js';

const PEOPLE: PickOption[] = [
  { id: 'p1', label: 'María Gómez', detail: 'FOPREL' },
  { id: 'p2', label: 'Mario López' },
  { id: 'p3', label: 'Ana Pérez' },
];
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const find = async (text: string) => PEOPLE.filter((person) => plain(person.label).includes(plain(text)));

function Field(props: { find?: typeof find; create?: (name: string) => Promise<PickOption | null>; initial?: PickOption[]; max?: number }) {
  const [value, setValue] = useState<PickOption[]>(props.initial ?? []);
  return <><PickOrCreate label="Asistentes" value={value} onChange={setValue} find={props.find ?? find} create={props.create} max={props.max} /><output data-testid="ids">{value.map((each) => each.id).join(' ')}</output></>;
}

describe('PickOrCreate', () => {
  it('finds by typing and takes several', async () => {
    await renderInApp(<Field />);
    await userEvent.type(screen.getByLabelText('Asistentes'), 'mari');
    await userEvent.click(await screen.findByText('Mario López'));
    await userEvent.type(screen.getByLabelText('Asistentes'), 'ana');
    await userEvent.click(await screen.findByText('Ana Pérez'));
    expect(screen.getByTestId('ids')).toHaveTextContent('p2 p3');
  });

  it('chooses the first with the keyboard and gives the last back with backspace', async () => {
    await renderInApp(<Field />);
    const field = screen.getByLabelText('Asistentes');
    await userEvent.type(field, 'ana');
    await screen.findByText('Ana Pérez');
    await userEvent.type(field, '{ArrowDown}{Enter}');
    expect(screen.getByTestId('ids')).toHaveTextContent('p3');
    await userEvent.type(field, '{Backspace}');
    expect(screen.getByTestId('ids')).toBeEmptyDOMElement();
  });

  it('takes the likeliest with Enter alone, even when the answer is still under way, and sends no form', async () => {
    const sent = jest.fn();
    await renderInApp(<form onSubmit={(event) => { event.preventDefault(); sent(); }}><Field /></form>);
    await userEvent.type(screen.getByLabelText('Asistentes'), 'ana{Enter}');
    await waitFor(() => expect(screen.getByTestId('ids')).toHaveTextContent('p3'));
    await userEvent.type(screen.getByLabelText('Asistentes'), 'mario');
    await screen.findByText('Mario López');
    await userEvent.keyboard('{Enter}');
    expect(screen.getByTestId('ids')).toHaveTextContent('p3 p2');
    expect(sent).not.toHaveBeenCalled();
  });

  it('holds its form back while a name is typed and not chosen, and says so at the field', async () => {
    const sent = jest.fn();
    await renderInApp(<form onSubmit={(event) => { event.preventDefault(); sent(); }}><Field /><button type="submit">Guardar</button></form>);
    const field = screen.getByLabelText('Asistentes');
    await userEvent.type(field, 'Nadie de aquí');
    await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
    expect(sent).not.toHaveBeenCalled();
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/«Nadie de aquí» no quedó elegido/);
    await userEvent.clear(field);
    await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('takes the likeliest with Tab, and says what was typed but not chosen', async () => {
    await renderInApp(<Field />);
    await userEvent.type(screen.getByLabelText('Asistentes'), 'ana');
    await screen.findByText('Ana Pérez');
    await userEvent.tab();
    expect(screen.getByTestId('ids')).toHaveTextContent('p3');
    await userEvent.type(screen.getByLabelText('Asistentes'), 'nadie así');
    await userEvent.tab();
    expect(await screen.findByText(/«nadie así» no quedó elegido/)).toBeInTheDocument();
  });

  it('creates on the spot what was not found', async () => {
    const create = jest.fn(async (name: string) => ({ id: 'new', label: name }));
    await renderInApp(<Field create={create} />);
    await userEvent.type(screen.getByLabelText('Asistentes'), 'Rosa Díaz');
    await userEvent.click(await screen.findByText('Crear «Rosa Díaz»'));
    expect(create).toHaveBeenCalledWith('Rosa Díaz');
    expect(screen.getByTestId('ids')).toHaveTextContent('new');
  });

  it('keeps the typed name when creating fails', async () => {
    await renderInApp(<Field create={async () => { throw new Error('away'); }} />);
    await userEvent.type(screen.getByLabelText('Asistentes'), 'Rosa Díaz');
    await userEvent.click(await screen.findByText('Crear «Rosa Díaz»'));
    expect(await screen.findByText('La búsqueda falló. Inténtelo de nuevo.')).toBeInTheDocument();
    expect(screen.getByLabelText('Asistentes')).toHaveValue('Rosa Díaz');
  });

  it('takes a pasted list, without accents too, and leaves the unknown names to the reader', async () => {
    await renderInApp(<Field initial={[PEOPLE[1]!]} />);
    await userEvent.click(screen.getByLabelText('Asistentes'));
    await userEvent.paste('Maria Gomez\nMario López\nQuién Sabe');
    expect(await screen.findByText(/Sin coincidencia exacta: Quién Sabe/)).toBeInTheDocument();
    expect(screen.getByTestId('ids')).toHaveTextContent('p2 p1');
  });

  it('recognises a pasted acronym of either language that one option has, and keeps all that was not matched', async () => {
    const options: PickOption[] = [{ id: 'a', label: 'ACNUR · Alto Comisionado', alsoCalled: ['UNHCR'] }, { id: 'b', label: 'Red ACNURA' }, { id: 'c', label: 'OIT · Trabajo' }, { id: 'd', label: 'OIT · Turismo' }];
    const create = jest.fn(async (name: string) => ({ id: `new:${name}`, label: name }));
    await renderInApp(<Field create={create} find={async (text) => options.filter(({ label, alsoCalled = [] }) => [label, ...alsoCalled].some((name) => plain(name).includes(plain(text))))} />);
    const field = screen.getByLabelText('Asistentes');
    await userEvent.click(field);
    await userEvent.paste('unhcr; OIT; Puente Vivo; Org Zeta');
    await waitFor(() => expect(field).toHaveValue('OIT; Puente Vivo; Org Zeta'));
    expect(screen.getByTestId('ids')).toHaveTextContent(/^a$/);
    await userEvent.click(await screen.findByText('OIT · Turismo'));
    expect(field).toHaveValue('Puente Vivo; Org Zeta');
    await userEvent.click(await screen.findByText('Crear «Puente Vivo»'));
    await waitFor(() => expect(field).toHaveValue('Org Zeta'));
    await userEvent.click(await screen.findByText('Crear «Org Zeta»'));
    await waitFor(() => expect(field).toHaveValue(''));
    expect(create.mock.calls.map(([name]) => name)).toEqual(['Puente Vivo', 'Org Zeta']);
  });

  it('makes no one name of several typed ones', async () => {
    const create = jest.fn(async (name: string) => ({ id: `new:${name}`, label: name }));
    await renderInApp(<Field create={create} />);
    await userEvent.type(screen.getByLabelText('Asistentes'), 'Alba; Brisa');
    await screen.findByText('Crear «Alba»');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Asistentes')).toHaveValue('Brisa'));
    expect(create.mock.calls).toEqual([['Alba']]);
  });

  it('says when the search failed', async () => {
    await renderInApp(<Field find={async () => { throw new Error('away'); }} />);
    await userEvent.type(screen.getByLabelText('Asistentes'), 'mari');
    expect(await screen.findByRole('alert')).toHaveTextContent('La búsqueda falló');
  });
});

describe('pastedNames', () => {
  it('parts lines, semicolons and commas, drops bullets and repetitions', () => {
    expect(pastedNames('• Ana\n- José\n\nANA')).toEqual(['Ana', 'José']);
    expect(pastedNames('OIM; UNODC')).toEqual(['OIM', 'UNODC']);
    expect(pastedNames('OIM, UNODC')).toEqual(['OIM', 'UNODC']);
    expect(pastedNames('Pérez, Ana\nLópez, José')).toEqual(['Pérez, Ana', 'López, José']);
  });

  it('takes one name for typing, not for a list', () => {
    expect(pastedNames('Ana Pérez')).toEqual([]);
  });
});
