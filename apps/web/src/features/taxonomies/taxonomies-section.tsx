import { ActionIcon, Button, Group, Menu, Select, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArchive, IconDots, IconPencil, IconPlus, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { inLanguage } from '../../ui/in-language.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { EDITABLE, FIXED, isFixed, isFlagged, RetireTerm, TAXONOMY_NAMES, Terms, UnretireTerm, type EditedTerm, type TaxonomyName } from './operations.js';
import { TermDrawer, type Drawn } from './term-drawer.js';

/** The name in an address, when it is a taxonomy's. */
export const taxonomyOf = (name: unknown): TaxonomyName | undefined => TAXONOMY_NAMES.find((known) => known === name);

interface SectionProps { taxonomy: TaxonomyName; onChoose: (taxonomy: TaxonomyName) => void }

/** What the forms offer: one taxonomy at a time, both languages side by side. */
export function TaxonomiesSection({ taxonomy, onChoose }: SectionProps) {
  const { t } = useTranslation();
  const query = useApiQuery(Terms, {});
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const terms = (query.data?.taxonomies ?? []).filter((term) => term.taxonomy === taxonomy);
  const newAt = Math.max(-1, ...terms.map(({ position }) => position)) + 1;
  const options = (names: readonly TaxonomyName[]) => names.map((value) => ({ value, label: t(`taxonomies.names.${value}`) }));
  return (
    <>
      <Section flush title={t('taxonomies.title')} intro={t('taxonomies.intro')}>
        <Group px="lg" py="md" gap="sm" align="flex-end" justify="space-between">
          <Select label={t('taxonomies.choose')} value={taxonomy} allowDeselect={false} w={280} maxDropdownHeight={420}
            onChange={(value) => { const chosen = taxonomyOf(value); if (chosen) onChoose(chosen); }}
            data={[{ group: t('taxonomies.editableGroup'), items: options(EDITABLE) }, { group: t('taxonomies.fixedGroup'), items: options(FIXED) }]} />
          {!isFixed(taxonomy) && <Button leftSection={<IconPlus size={16} />} onClick={() => setDrawn({ newAt })}>{t('taxonomies.add')}</Button>}
        </Group>
        {isFixed(taxonomy) && <Text size="sm" c="gray.7" px="lg" pb="md">{t('taxonomies.fixedNote')}</Text>}
        <Loaded query={query} message={(error) => errorText(t, error)}>
          {() => <TermsTable taxonomy={taxonomy} terms={terms} onAmend={(term) => setDrawn({ term })} />}
        </Loaded>
      </Section>
      <TermDrawer taxonomy={taxonomy} drawn={drawn} onClose={() => setDrawn(null)} />
    </>
  );
}

interface TableProps { taxonomy: TaxonomyName; terms: readonly EditedTerm[]; onAmend: (term: EditedTerm) => void }

function TermsTable({ taxonomy, terms, onAmend }: TableProps) {
  const { t } = useTranslation();
  const named = (term: EditedTerm, language: 'es' | 'en') => (
    <>
      <Text size="sm" component="span" c={term.retired ? 'gray.6' : undefined}>{term.label[language]}</Text>
      {term.reverse?.[language] && <Text size="xs" c="gray.6" fw={400}>↔ {term.reverse[language]}</Text>}
      {term.short?.[language] && <Text size="xs" c="gray.6" fw={400}>{term.short[language]}</Text>}
    </>
  );
  const columns: Column<EditedTerm>[] = [
    { key: 'es', header: t('taxonomies.inSpanish'), cell: (term) => named(term, 'es') },
    { key: 'en', header: t('taxonomies.inEnglish'), cell: (term) => named(term, 'en') },
    ...(isFlagged(taxonomy) ? [{ key: 'flag', header: t(`taxonomies.flags.${taxonomy}`), cell: (term: EditedTerm) => (term.counts ? t('common.yes') : t('common.no')) }] : []),
    ...(isFixed(taxonomy) ? [] : [{ key: 'state', header: t('taxonomies.state'), width: 140, cell: (term: EditedTerm) =>
      (term.retired ? <StatusBadge size="sm" tone="over" label={t('taxonomies.retired')} /> : t('taxonomies.offered')) }]),
    { key: 'actions', header: '', phone: 'corner', align: 'right', width: 56, cell: (term) => <TermActions taxonomy={taxonomy} term={term} onAmend={onAmend} /> },
  ];
  return <DataTable label={t(`taxonomies.names.${taxonomy}`)} columns={columns} rows={terms} rowKey={(term) => term.code} onOpen={onAmend} />;
}

function TermActions({ taxonomy, term, onAmend }: { taxonomy: TaxonomyName; term: EditedTerm; onAmend: (term: EditedTerm) => void }) {
  const { t, i18n } = useTranslation();
  const [asking, setAsking] = useState(false);
  const name = inLanguage(term.label, i18n.language);
  const failed = (error: Error) => { setAsking(false); notifications.show({ color: 'red', message: errorText(t, error) }); };
  const retire = useApiMutation(RetireTerm, { onDone: () => { setAsking(false); notifications.show({ message: t('taxonomies.retiredDone') }); } });
  const unretire = useApiMutation(UnretireTerm, { onDone: () => notifications.show({ message: t('taxonomies.unretiredDone') }) });
  const which = { taxonomy, code: term.code, version: term.version ?? 0 };
  if (isFixed(taxonomy)) return <ActionIcon variant="subtle" color="gray" aria-label={`${t('common.edit')}: ${name}`} onClick={() => onAmend(term)}><IconPencil size={17} /></ActionIcon>;
  return (
    <>
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('taxonomies.actionsOf', { name })}><IconDots size={18} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onAmend(term)}>{t('common.edit')}</Menu.Item>
          {term.retired
            ? <Menu.Item leftSection={<IconRestore size={16} />} onClick={() => unretire.mutate(which, { onError: failed })}>{t('taxonomies.unretire')}</Menu.Item>
            : <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => setAsking(true)}>{t('taxonomies.retire')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog opened={asking} title={t('taxonomies.retireTitle', { name })} body={t('taxonomies.retireBody')} action={t('taxonomies.retire')}
        busy={retire.isPending} onClose={() => setAsking(false)} onConfirm={() => retire.mutate(which, { onError: failed })} />
    </>
  );
}
