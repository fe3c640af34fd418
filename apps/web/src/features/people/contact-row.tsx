import { Anchor, Group, Paper, Select, Stack, Text } from '@mantine/core';
import type { ContactRow } from '@tejido/domain/contact-preview.js';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { createOrganisation, findOrganisations } from '../../app/pickers/find-organisations.js';
import { PickOrCreate } from '../../ui/pick-or-create.js';
import { StatusBadge } from '../../ui/status-badge.js';
import type { CardChoice, PostChoice } from './contact-choices.js';

interface ContactRowProps { row: ContactRow; choice: CardChoice; problem?: string; onChange: (choice: CardChoice) => void }

/** The first ways to reach somebody; all are taken. */
const MOST_SHOWN = 6;

const TONES = { new: 'good', same: 'over', maybe: 'waiting' } as const;

/** One card of the file: who it is, what becomes of it, and what of it is not kept. */
export function ContactRowCard({ row, choice, problem, onChange }: ContactRowProps) {
  const { t } = useTranslation();
  const may = row.candidates.filter((each) => each.mayExtend);
  const choices = [
    ...(row.candidates[0]?.because === 'imported_before' ? [] : [{ value: 'register', label: t('people.import.register') }]),
    ...may.map(({ id, name }) => ({ value: id, label: t('people.import.addTo', { name }) })), { value: 'skip', label: t('people.import.skip') },
  ];
  return (
    <Paper withBorder p="md" component="article" aria-label={row.name}>
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={2} flex="1 1 260px" miw={0}>
          <Group gap="xs"><Text fw={600}>{row.name}</Text><StatusBadge tone={TONES[row.verdict]} label={t(`people.import.verdicts.${row.verdict}`)} size="sm" /></Group>
          {row.candidates.map(({ id, name, detail, because }) => (
            <Text key={id} size="sm" c="gray.7">
              <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/personas/$id" params={{ id }} target="_blank" />}>{name}</Anchor>
              {detail && ` · ${detail}`}{' — '}{because === 'imported_before' ? t('people.import.importedBefore') : t(`people.sameBecause.${because as 'name'}`)}
            </Text>
          ))}
          <Text size="sm" c="gray.7" style={{ overflowWrap: 'anywhere' }}>{row.contactPoints.slice(0, MOST_SHOWN).map(({ value }) => value).join(' · ') || t('people.contactEmpty')}
            {row.contactPoints.length > MOST_SHOWN && ` ${t('people.handOver.more', { count: row.contactPoints.length - MOST_SHOWN })}`}</Text>
          <LeftOut left={row.leftOut} />
          {problem && <Text size="sm" c="red.8" role="alert">{problem}</Text>}
        </Stack>
        <Select w={{ base: '100%', xs: 230 }} data={choices} allowDeselect={false} aria-label={t('people.import.whatOf', { name: row.name })} value={choice.card} onChange={(card) => card && onChange({ ...choice, card })} />
      </Group>
      {choice.card !== 'skip' && row.posts.map((post, at) => (
        <PostLine key={at} post={post} choice={choice.posts[at]!} onChange={(chosen) => onChange({ ...choice, posts: choice.posts.map((each, index) => (index === at ? chosen : each)) })} />
      ))}
    </Paper>
  );
}

/** The organisation that a card names: the one found, one to register, another, or none. */
function PostLine({ post: { organisation, post, match, several }, choice, onChange }: { post: ContactRow['posts'][number]; choice: PostChoice; onChange: (choice: PostChoice) => void }) {
  const { t } = useTranslation();
  const description = choice.as === 'new' ? t('people.import.organisationNew', { name: organisation }) : choice.as === 'none' && several.length > 0 ? t('people.import.several', { names: several.join('; ') }) : undefined;
  const options = [
    ...(match ? [{ value: 'match', label: match.name }] : []), { value: 'new', label: t('people.import.registerOrganisation', { name: organisation }) },
    { value: 'other', label: t('people.import.chooseOrganisation') }, { value: 'none', label: t('people.import.noOrganisation') },
  ];
  return (
    <Group mt="sm" gap="xs" align="flex-start">
      <Text size="sm" flex="1 1 200px" pt={7}>{[post, organisation].filter(Boolean).join(' · ')}</Text>
      <Stack gap="xs" w={{ base: '100%', xs: 340 }}>
        <Select data={options} allowDeselect={false} aria-label={t('people.import.organisationOf', { name: organisation })} description={description} inputWrapperOrder={['input', 'description']} value={choice.as}
          onChange={(as) => as && onChange(as === 'other' ? { as, option: null } : { as: as as 'match' })} />
        {choice.as === 'other' && (
          <PickOrCreate label={t('people.organisation')} max={1} autoFocus find={findOrganisations} create={createOrganisation} value={choice.option ? [choice.option] : []} onChange={([option]) => onChange({ as: 'other', option: option ?? null })} />
        )}
      </Stack>
    </Group>
  );
}

const NAMED = ['PHOTO', 'LOGO', 'SOUND', 'KEY', 'BDAY', 'ANNIVERSARY', 'GENDER', 'CATEGORIES', 'NICKNAME', 'GEO', 'TZ', 'LABEL', 'RELATED', 'X-ABDATE', 'X-ABRELATEDNAMES', 'EMAIL', 'URL', 'NOTE'] as const;

/** What of a card is not kept; the names of what programs note for themselves are long, and shown when asked for. */
function LeftOut({ left }: { left: ContactRow['leftOut'] }) {
  const { t } = useTranslation();
  if (left.length === 0) return null;
  const names = othersOf(left).map(({ property }) => property).join(', ');
  const told = <Text size="xs" c="gray.7" component="span">{t('people.import.leftOut', { what: leftOutText(t, left) })}</Text>;
  if (names === '') return told;
  return <details><summary>{told}</summary><Text size="xs" c="gray.7" style={{ overflowWrap: 'anywhere' }}>{names}</Text></details>;
}

const othersOf = (left: ContactRow['leftOut']) => left.filter(({ property }) => !NAMED.some((each) => each === property));

/** In words; what programs note for themselves as a number. */
function leftOutText(t: TFunction, left: ContactRow['leftOut']): string {
  const named = left.flatMap(({ property, count, why }) => {
    const known = NAMED.find((each) => each === property);
    if (!known) return [];
    const what = t(`people.import.properties.${known}`) + (count > 1 ? ` (${count})` : '');
    return [why === 'not_kept' ? what : `${what}: ${t(`people.import.why.${why}`)}`];
  });
  const rest = othersOf(left).reduce((sum, { count }) => sum + count, 0);
  return [...named, ...(rest > 0 ? [t('people.import.others', { count: rest })] : [])].join(', ');
}
