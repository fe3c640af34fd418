import { Box, Button, Group, Input, Paper, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../ui/day-field.js';
import { RemoveRow } from './meeting-fields.js';
import { creditorOf, partnersOf, shortName, US, type Guest, type Promised } from './meeting-values.js';

interface CommitmentRowsProps {
  value: Promised[];
  onChange: (promises: Promised[]) => void;
  /** Who may owe besides us. */
  organisations: readonly Guest[];
  /** Problems by path: 'commitments.1.dueOn'. */
  errors: Record<string, ReactNode>;
}

/** Who will do what, by when. Enter in a text begins the next one. */
export function CommitmentRows({ value, onChange, organisations, errors }: CommitmentRowsProps) {
  const { t } = useTranslation();
  const last = useRef<HTMLInputElement>(null);
  const grew = useRef(false);
  useEffect(() => {
    if (grew.current) last.current?.focus();
    grew.current = false;
  }, [value.length]);
  const add = () => { grew.current = true; onChange([...value, { text: '', owner: value.at(-1)?.owner ?? US, dueOn: null }]); };
  const change = (at: number, patch: Partial<Promised>) => onChange(value.map((each, other) => (other === at ? { ...each, ...patch } : each)));
  const owners = [{ value: US, label: t('meetings.us') }, ...organisations.map((each) => ({ value: each.id, label: shortName(each) }))];
  const ours = ({ owner }: Promised) => !organisations.some(({ id }) => id === owner);
  const partners = partnersOf(organisations).map((each) => ({ value: each.id, label: shortName(each) }));
  return (
    <Stack gap="xs" role="group" aria-label={t('meetings.commitments')}>
      <Input.Label component="div">{t('meetings.commitments')}</Input.Label>
      {value.map((promise, at) => (
        <Paper key={at} withBorder p="sm">
          <TextInput ref={at === value.length - 1 ? last : undefined} label={t('meetings.commitmentText')} value={promise.text} error={errors[`commitments.${at}.text`]}
            onChange={(event) => change(at, { text: event.currentTarget.value })}
            onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) { event.preventDefault(); if (promise.text.trim() !== '') add(); } }} />
          <Group gap="xs" mt="xs" align="flex-start" wrap="nowrap">
            <Group flex={1} gap="xs" align="flex-start">
              <Group flex="1 1 150px" grow><DayField label={t('meetings.due')} value={promise.dueOn} onChange={(dueOn) => change(at, { dueOn })} error={errors[`commitments.${at}.dueOn`]} /></Group>
              <Select flex="1 1 150px" label={t('meetings.owner')} data={owners} allowDeselect={false} value={owners.some((each) => each.value === promise.owner) ? promise.owner : US}
                onChange={(owner) => owner && change(at, { owner })} error={errors[`commitments.${at}.owner`]} />
              {ours(promise) && partners.length > 1 && (
                <Select flex="1 1 150px" label={t('meetings.creditor')} data={partners} allowDeselect={false} value={creditorOf(promise, organisations)?.id ?? null}
                  onChange={(to) => to && change(at, { to })} error={errors[`commitments.${at}.to`]} />
              )}
            </Group>
            <Box pt={25}><RemoveRow label={t('meetings.removeCommitment')} onClick={() => onChange(value.filter((_, other) => other !== at))} /></Box>
          </Group>
        </Paper>
      ))}
      <Group><Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>{t('meetings.addCommitment')}</Button></Group>
    </Stack>
  );
}
