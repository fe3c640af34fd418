import { Alert, Anchor, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { shortName } from '../../app/organisation-names.js';
import { useApiQuery } from '../../app/use-api.js';
import { LikelyPeople as Operation } from './operations.js';
import type { PersonValues } from './person-values.js';

interface LikelyPeopleProps { values: PersonValues; organisationId?: string; exceptId?: string }

/** Who is registered already and may be the same, while somebody types: by name, address or telephone. */
export function LikelyPeople({ values: { name, contactPoints }, organisationId, exceptId }: LikelyPeopleProps) {
  const { t } = useTranslation();
  const typedOf = (kind: string, shortest: number) => contactPoints.filter((each) => each.kind === kind && each.value.trim().length >= shortest).map(({ value }) => value.trim()).slice(0, 10);
  const [typed] = useDebouncedValue({ name: name.trim(), emails: typedOf('email', 5), phones: typedOf('phone', 7) }, 300, { leading: false });
  const enough = typed.name.length > 2 || typed.emails.length > 0 || typed.phones.length > 0;
  const { data } = useApiQuery(Operation, { ...typed, organisationId: organisationId ?? null, exceptId: exceptId ?? null }, { enabled: enough, keepPrevious: true });
  const found = data?.likelyPeople ?? [];
  if (!enough || found.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" role="status" title={t('people.likely')}>
      {found.map(({ person, because }) => {
        const now = person.affiliations.find((post) => post.current && post.organisation);
        return (
          <Text key={person.id} size="sm">
            <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/personas/$id" params={{ id: person.id }} target="_blank" />}>{person.name}</Anchor>
            {now?.organisation && ` · ${[now.post, shortName(now.organisation)].filter(Boolean).join(' · ')}`}
            {' — '}{t(`people.sameBecause.${because as 'name'}`)}
          </Text>
        );
      })}
    </Alert>
  );
}
