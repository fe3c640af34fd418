import { Alert, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/graphql.js';
import type { PostHandoverQuery } from '../../gql/graphql.js';
import { formatDay } from '../../ui/days.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { ColleaguesAt, RegisterPerson } from './operations.js';

export type Owned = PostHandoverQuery['postHandover'][number];

/** To whom each group goes; empty: it stays. */
export interface Successors { commitmentsTo: PickOption[]; signaturesTo: PickOption[]; meetingsTo: PickOption[] }
export const NOBODY: Successors = { commitmentsTo: [], signaturesTo: [], meetingsTo: [] };

const GROUPS = [['commitment', 'commitmentsTo'], ['signature', 'signaturesTo'], ['meeting', 'meetingsTo']] as const;

interface HandOverFieldsProps {
  owned: readonly Owned[];
  organisationId: string;
  /** Who leaves: cannot be the successor. */
  personId: string;
  value: Successors;
  onChange: (successors: Successors) => void;
  errors: Record<string, React.ReactNode>;
}

/** What somebody owns at the organisation that they leave, and to whom it goes: one successor for all, or one a group. */
export function HandOverFields({ owned, organisationId, personId, value, onChange, errors }: HandOverFieldsProps) {
  const { t } = useTranslation();
  const groups = GROUPS.filter(([kind]) => owned.some((each) => each.kind === kind));
  const [apart, setApart] = useState(false);
  const { find, create } = useColleagues(organisationId, personId);
  const everything = groups.map(([, field]) => value[field]).find((each) => each.length > 0) ?? [];
  const error = groups.map(([, field]) => errors[`handOver.${field}`]).find(Boolean);
  if (owned.length === 0) return <Text size="sm" c="gray.7">{t('people.handOver.nothing')}</Text>;
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600}>{t('people.handOver.title', { count: owned.length })}</Text>
      {groups.map(([kind, field]) => (
        <div key={kind}>
          <Owns kind={kind} owned={owned.filter((each) => each.kind === kind)} />
          {apart && (
            <PickOrCreate label={t('people.handOver.goesTo')} max={1} find={find} create={create} value={value[field]} placeholder={t('people.handOver.stays')}
              onChange={(chosen) => onChange({ ...value, [field]: chosen })} error={errors[`handOver.${field}`]} />
          )}
        </div>
      ))}
      {!apart && (
        <PickOrCreate label={t('people.handOver.allTo')} description={t('people.handOver.successorHint')} max={1} find={find} create={create} value={everything} placeholder={t('people.handOver.stays')} error={error}
          onChange={(chosen) => onChange(Object.fromEntries(GROUPS.map(([, field]) => [field, chosen])) as unknown as Successors)} />
      )}
      {groups.length > 1 && <Checkbox label={t('people.handOver.apart')} checked={apart} onChange={(event) => setApart(event.currentTarget.checked)} />}
      {owned.some((each) => !each.mayHandOver) && <Alert color="gray" variant="light" p="xs">{t('people.handOver.notYours')}</Alert>}
    </Stack>
  );
}

const MOST_SHOWN = 4;

function Owns({ kind, owned }: { kind: 'commitment' | 'signature' | 'meeting'; owned: readonly Owned[] }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Text size="sm">{t(`people.handOver.kinds.${kind}`, { count: owned.length })}</Text>
      {owned.slice(0, MOST_SHOWN).map((each) => (
        <Group key={each.id} gap={6} wrap="nowrap" align="baseline" pl="md">
          <Text size="sm" c="gray.7" lineClamp={2}>{each.label}{each.day && ` · ${formatDay(each.day, i18n.language)}`}{!each.mayHandOver && ` · ${t('people.handOver.staysHere')}`}</Text>
        </Group>
      ))}
      {owned.length > MOST_SHOWN && <Text size="sm" c="gray.7" pl="md">{t('people.handOver.more', { count: owned.length - MOST_SHOWN })}</Text>}
    </>
  );
}

/** Whoever has a post there and stays; a new colleague is registered on the spot. */
function useColleagues(organisationId: string, personId: string) {
  const { t } = useTranslation();
  const find = async (text: string): Promise<PickOption[]> => {
    const { people } = await request(ColleaguesAt, { organisationId, text });
    return people.nodes.filter(({ id }) => id !== personId).flatMap(({ id, name, affiliations }) => {
      const here = affiliations.find((post) => post.organisation?.id === organisationId && post.toDay === null);
      return here ? [{ id, label: name, detail: here.post || undefined }] : [];
    });
  };
  const create = async (name: string): Promise<PickOption> => {
    const { registerPerson } = await request(RegisterPerson, { input: { name, affiliations: [{ organisationId, post: '' }] } });
    return { id: registerPerson.id, label: name, detail: t('people.handOver.fresh') };
  };
  return { find, create };
}
