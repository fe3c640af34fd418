import { useForm } from '@mantine/form';
import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInApp } from '../../../test/support.js';
import { BrandFields } from './brand-fields.js';

function Fields() {
  const form = useForm({ initialValues: { acronym: 'CORETT', nameEs: 'Coalición', nameEn: 'Coalition', addressLine: 'Calle 1', logo: null as string | null, cover: null as string | null, primaryColour: '#3751b2', accentColour: '#b84a14' } });
  return <BrandFields form={form} />;
}

it('tells how a colour contrasts with white, and in what shade text will be set when it is too pale', async () => {
  await renderInApp(<Fields />);
  expect(screen.getByText('Contraste con el blanco 7.0 : 1. Se lee bien.')).toBeTruthy();
  const accent = screen.getByLabelText('Color de acento');
  await userEvent.clear(accent);
  await userEvent.type(accent, '#ffd500');
  expect(screen.getByText(/Contraste con el blanco 1\.4 : 1, menos de 4\.5/)).toBeTruthy();
  expect(screen.getByText('#8a7300')).toBeTruthy();
  expect(screen.getByText('Calle 1')).toBeTruthy();
});
