import { Badge, Drawer, Group, Stack, Tabs, Text, TextInput } from '@mantine/core';
import { fold } from '@tejido/domain/text.js';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from './numbers.js';
import classes from './why-drawer.module.css';

export interface WhyItem {
  id: string;
  /** For the filter box. */
  name: string;
  /** How the record is shown, usually a link; the name when absent. */
  link?: ReactNode;
  /** Why it counts, or why not, in the reader's language. */
  reason: string;
}

interface WhyDrawerProps {
  opened: boolean;
  onClose: () => void;
  /** What the number is: "Alianzas vigentes el 31 dic 2024". */
  subject: string;
  value: number | null;
  counted: readonly WhyItem[];
  excluded: readonly WhyItem[];
  /** Shown instead of the lists: loading or failed. */
  state?: ReactNode;
  /** Under the subject: definition, known-on day, instruments beside the allies. */
  note?: ReactNode;
}

/** Opens a number: which records it counts and which it leaves out, each with its reason. */
export function WhyDrawer({ opened, onClose, subject, value, counted, excluded, state, note }: WhyDrawerProps) {
  const { t, i18n } = useTranslation();
  return (
    <Drawer opened={opened} onClose={onClose} title={<Text fw={600}>{t('common.why.title')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Group gap="sm" align="baseline" wrap="nowrap">
        <Text fz={30} lh={1.1} fw={650} style={{ fontVariantNumeric: 'tabular-nums' }}>{value === null ? t('common.notGiven') : formatNumber(value, i18n.language)}</Text>
        <Text size="sm" c="gray.7">{subject}</Text>
      </Group>
      {note && <Text size="xs" c="gray.6" mt={6} component="div">{note}</Text>}
      {state ?? (
        <Tabs defaultValue="counted" mt="md" keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="counted" data-autofocus rightSection={<Badge size="sm" color="anil">{counted.length}</Badge>}>{t('common.why.counted')}</Tabs.Tab>
            <Tabs.Tab value="excluded" rightSection={<Badge size="sm" color="gray">{excluded.length}</Badge>}>{t('common.why.excluded')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="counted" pt="md"><Items items={counted} empty={t('common.why.countedEmpty')} /></Tabs.Panel>
          <Tabs.Panel value="excluded" pt="md"><Items items={excluded} empty={t('common.why.excludedEmpty')} grouped /></Tabs.Panel>
        </Tabs>
      )}
    </Drawer>
  );
}

/** The list; with `grouped` under its reasons, most frequent first. */
function Items({ items, empty, grouped = false }: { items: readonly WhyItem[]; empty: string; grouped?: boolean }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  if (items.length === 0) return <Text size="sm" c="gray.6">{empty}</Text>;
  const shown = items.filter((item) => fold(item.name).includes(fold(wanted).trim()));
  const reasons = byReason(shown);
  return (
    <Stack gap="sm">
      {items.length > 8 && (
        <TextInput size="xs" aria-label={t('common.why.filter')} placeholder={t('common.why.filter')} leftSection={<IconSearch size={14} />}
          value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} />
      )}
      {grouped
        ? reasons.map(([reason, group]) => (
          <section key={reason} aria-label={reason}>
            <Text size="xs" fw={600} c="gray.7" mb={4}>{reason} · {group.length}</Text>
            <List items={group} withReason={false} />
          </section>
        ))
        : <List items={shown} withReason />}
      {shown.length === 0 && <Text size="sm" c="gray.6" role="status">{t('common.pick.nothing')}</Text>}
    </Stack>
  );
}

/** Most frequent reason first. */
function byReason(items: readonly WhyItem[]): [string, WhyItem[]][] {
  const groups = new Map<string, WhyItem[]>();
  for (const item of items) groups.set(item.reason, [...groups.get(item.reason) ?? [], item]);
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

function List({ items, withReason }: { items: readonly WhyItem[]; withReason: boolean }) {
  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <li key={item.id} className={classes.item}>
          <Text size="sm" component="div">{item.link ?? item.name}</Text>
          {withReason && <Text size="xs" c="gray.6">{item.reason}</Text>}
        </li>
      ))}
    </ul>
  );
}
