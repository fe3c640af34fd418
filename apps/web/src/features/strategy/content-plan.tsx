import { List, SimpleGrid, Stack, Tabs, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTaxonomies } from '../../app/taxonomies.js';
import { inLanguage } from '../../ui/in-language.js';
import { Section } from '../../ui/section.js';
import type { Strategy } from './operations.js';

type Row = Strategy['contentPlan'][number];

/** What is said to each audience, with which products and by which means. */
export function ContentPlan({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const first = rows[0];
  if (!first) return null;
  return (
    <Section title={t('strategy.contentPlan')} intro={t('strategy.contentIntro')}>
      <Tabs defaultValue={first.audience}>
        <Tabs.List>{rows.map(({ audience }) => <Tabs.Tab key={audience} value={audience}>{label('audience', audience)}</Tabs.Tab>)}</Tabs.List>
        {rows.map((row) => <Tabs.Panel key={row.audience} value={row.audience} pt="md"><Audience row={row} /></Tabs.Panel>)}
      </Tabs>
    </Section>
  );
}

function Audience({ row }: { row: Row }) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <Lines title={`${t('strategy.messages')} · ${row.fromYear}–${row.toYear}`} lines={row.messages} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Lines title={t('strategy.products')} lines={row.products} />
        <Lines title={t('strategy.media')} lines={row.media} />
      </SimpleGrid>
    </Stack>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly { es: string; en: string }[] }) {
  const { i18n } = useTranslation();
  return (
    <div>
      <Text size="sm" fw={600} mb={6}>{title}</Text>
      <List size="sm" spacing={6}>{lines.map((line) => <List.Item key={line.es}>{inLanguage(line, i18n.language)}</List.Item>)}</List>
    </div>
  );
}
