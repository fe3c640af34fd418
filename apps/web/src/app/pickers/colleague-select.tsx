import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.js';
import { countryName } from '../../ui/countries.js';
import { asRole } from '../session.js';
import { useApiQuery } from '../use-api.js';

const Colleagues = graphql(`
  query Colleagues { colleagues { id name role country } }
`);

interface ColleagueSelectProps {
  label: ReactNode;
  /** Id of the chosen colleague. */
  value: string | null;
  onChange: (id: string | null) => void;
  /** Who is chosen now, for one who left and is offered no more. */
  chosen?: { id: string; name: string } | null;
  /** Whom to leave out: roles that could not do it, the one who owes. */
  without?: (colleague: { id: string; role: string }) => boolean;
  description?: ReactNode;
  placeholder?: string;
  error?: ReactNode;
  disabled?: boolean;
}

/** One of those who can sign in, by name; their role and country tell two of the same name apart. */
export function ColleagueSelect({ value, onChange, chosen, without = () => false, ...field }: ColleagueSelectProps) {
  const { t, i18n } = useTranslation();
  const { data } = useApiQuery(Colleagues, {});
  const offered = (data?.colleagues ?? []).filter((each) => each.id === value || !without(each));
  const options = offered.map(({ id, name, role, country }) => {
    const place = country ? countryName(country, i18n.language) : t(`common.role.${asRole(role)}`);
    return { value: id, label: `${name} · ${place}` };
  });
  const left = chosen && !options.some((each) => each.value === chosen.id) ? [{ value: chosen.id, label: chosen.name }] : [];
  return <Select data={[...options, ...left]} value={value} onChange={onChange} searchable clearable nothingFoundMessage={t('common.pick.nothing')} {...field} />;
}
