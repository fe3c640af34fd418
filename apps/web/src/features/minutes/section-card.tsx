import { ActionIcon, Box, Card, Group, Menu, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowDown, IconArrowUp, IconDots, IconLock, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContentNode } from '@tejido/domain/minutes-content.js';
import { errorText } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { RichText } from '../../ui/rich-text.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { Decisions } from './decisions.js';
import { linkToNamed } from './named-link.js';
import { MoveSection, RemoveSection, SaveSection, type Meeting, type Minutes, type MinutesSection } from './operations.js';
import { Promises } from './promises.js';
import type { States } from './save-badge.js';
import { SectionNotices } from './section-notices.js';
import { useSection } from './use-section.js';

const Editor = lazy(() => import('./minutes-editor.js'));

interface SectionCardProps {
  meeting: Meeting;
  minutes: Minutes;
  section: MinutesSection;
  writable: boolean;
  first: boolean;
  last: boolean;
  told: (section: string, state: States[string]) => void;
}

/** One point: what was said, decided and promised. */
export function SectionCard({ meeting, section, writable, ...rest }: SectionCardProps) {
  const { t } = useTranslation();
  const name = section.title || t('minutes.untitled');
  return (
    <Card component="section" bg="white" aria-label={name} padding="lg">
      <Stack gap="md">
        {writable ? <Writing meeting={meeting} section={section} {...rest} /> : <Reading section={section} />}
        <Decisions section={section} writable={writable} country={meeting.country ?? null} />
        <Promises meeting={meeting} section={section} writable={writable} />
      </Stack>
    </Card>
  );
}

function Reading({ section }: { section: MinutesSection }) {
  const { t } = useTranslation();
  return (
    <Box>
      <Group gap="xs" mb="xs" align="center">
        <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>{[section.number && `${section.number}.`, section.title || t('minutes.untitled')].filter(Boolean).join(' ')}</Title>
        {section.visibility && <StatusBadge size="sm" tone="paused" label={t(`minutes.reserved.${section.visibility as 'country'}`)} />}
      </Group>
      <RichText content={section.content as ContentNode} linkTo={linkToNamed} />
    </Box>
  );
}

function Writing({ meeting, section, first, last, told }: Pick<SectionCardProps, 'meeting' | 'section' | 'first' | 'last' | 'told'>) {
  const { t } = useTranslation();
  const { saver, state, text, revision, theirs, conflicts, error, restored } = useSection(meeting.id, section);
  useEffect(() => { told(section.id, state); return () => told(section.id, 'saved'); }, [told, section.id, state]);
  const name = text.title || t('minutes.untitled');
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap" align="center">
        {section.number && <Text fw={600} c="gray.6" aria-hidden>{section.number}.</Text>}
        <TextInput flex={1} aria-label={t('minutes.sectionTitle')} placeholder={t('minutes.untitled')} value={text.title} maxLength={300} variant="unstyled"
          styles={{ input: { fontWeight: 650, fontSize: 'var(--mantine-font-size-md)' } }} onChange={(event) => saver.type({ title: event.currentTarget.value })} />
        {section.visibility && <StatusBadge size="sm" tone="paused" label={t(`minutes.reserved.${section.visibility as 'country'}`)} />}
        <SectionMenu meeting={meeting} section={section} name={name} first={first} last={last} idle={state === 'saved'} version={saver.version} />
      </Group>
      <Suspense fallback={<Skeleton h={120} />}>
        <Editor label={t('minutes.textOf', { name })} content={text.content} revision={revision} onChange={(content) => saver.type({ content })} />
      </Suspense>
      <SectionNotices state={state} theirs={theirs} conflicts={conflicts} yours={text} error={error} restored={restored} onResolve={(choice) => saver.resolve(choice)} />
    </Stack>
  );
}

interface SectionMenuProps { meeting: Meeting; section: MinutesSection; name: string; first: boolean; last: boolean; idle: boolean; version: () => number }

function SectionMenu({ meeting, section, name, first, last, idle, version }: SectionMenuProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const failed = (error: Error) => { setAsked(false); notifications.show({ color: 'red', message: errorText(t, error) }); };
  const move = useApiMutation(MoveSection);
  const remove = useApiMutation(RemoveSection);
  const save = useApiMutation(SaveSection);
  const reserve = (visibility: 'country' | 'secretariat' | null) => save.mutate({ id: section.id, version: version(), input: { visibility } }, { onError: failed });
  const moving = (down: boolean) => move.mutate({ id: section.id, down }, { onError: failed });
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target><ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('minutes.actionsOf', { name })}><IconDots size={18} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        {!first && <Menu.Item leftSection={<IconArrowUp size={16} />} onClick={() => moving(false)}>{t('minutes.moveUp')}</Menu.Item>}
        {!last && <Menu.Item leftSection={<IconArrowDown size={16} />} onClick={() => moving(true)}>{t('minutes.moveDown')}</Menu.Item>}
        <Menu.Label>{t('minutes.whoReads')}</Menu.Label>
        {([null, ...(meeting.country ? ['country' as const] : []), 'secretariat'] as const).map((visibility) => (
          <Menu.Item key={visibility ?? 'all'} disabled={!idle || (section.visibility ?? null) === visibility} leftSection={visibility && <IconLock size={16} />} onClick={() => reserve(visibility)}>
            {t(`minutes.readers.${visibility ?? 'all'}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item color="red.8" leftSection={<IconTrash size={16} />} onClick={() => setAsked(true)}>{t('minutes.removeSection')}</Menu.Item>
      </Menu.Dropdown>
      <ConfirmDialog opened={asked} title={t('minutes.removeTitle', { name })} body={t('minutes.removeBody')} action={t('minutes.removeSection')} destructive busy={remove.isPending}
        onConfirm={() => remove.mutate({ id: section.id, version: version() }, { onError: failed })} onClose={() => setAsked(false)} />
    </Menu>
  );
}
