import { Alert, Button, Drawer, Group, NumberInput, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/graphql.js';
import { useAmendment } from '../../app/use-amendment.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { AmendTerm, changesFigures, isFixed, isFlagged, RegisterTerm, Terms, type EditedTerm, type TaxonomyName } from './operations.js';

interface TermValues extends Record<string, unknown> {
  labelEs: string;
  labelEn: string;
  shortEs?: string;
  shortEn?: string;
  reverseEs?: string;
  reverseEn?: string;
  position?: number;
  counts?: boolean;
}

/** Which term the drawer is open for: one that there is, or a new one at a place in the list. */
export type Drawn = { term: EditedTerm } | { newAt: number };

interface DrawerProps { taxonomy: TaxonomyName; drawn: Drawn | null; onClose: () => void }

/** Adds or amends a term, both languages side by side. */
export function TermDrawer({ taxonomy, drawn, onClose }: DrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer opened={drawn !== null} onClose={onClose} closeButtonProps={{ 'aria-label': t('common.close') }}
      title={<Text fw={600}>{drawn && 'term' in drawn ? t('taxonomies.amend') : t('taxonomies.add')}</Text>}>
      {drawn && <TermForm key={'term' in drawn ? drawn.term.code : 'new'} taxonomy={taxonomy} drawn={drawn} onClose={onClose} />}
    </Drawer>
  );
}

function TermForm({ taxonomy, drawn, onClose }: DrawerProps & { drawn: Drawn }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const term = 'term' in drawn ? drawn.term : null;
  const recorded = { version: term?.version ?? 0, values: valuesOf(taxonomy, drawn) };
  const amendment = useAmendment<TermValues>({
    page: `term.${taxonomy}.${term?.code ?? 'new'}`,
    recorded,
    save: (version, changes, values) => (term ? request(AmendTerm, { taxonomy, code: term.code, version, input: changes }) : request(RegisterTerm, { taxonomy, input: values })),
    reread: async () => {
      const now = (await request(Terms, {})).taxonomies.find((each) => each.taxonomy === taxonomy && each.code === term?.code);
      return now ? { version: now.version ?? 0, values: valuesOf(taxonomy, { term: now }) } : null;
    },
    // Labels are read on every page.
    onDone: () => { void client.invalidateQueries(); notifications.show({ message: t('taxonomies.saved') }); onClose(); },
  });
  const { form, problems } = amendment;
  const figures = term !== null && changesFigures(taxonomy) && form.values.counts !== recorded.values.counts;
  return (
    <form onSubmit={(event) => { event.preventDefault(); void amendment.submit(); }} noValidate>
      <Stack gap="md">
        {amendment.restored && <DraftNotice onDiscard={amendment.discard} />}
        <ProblemSummary text={problems.summary} />
        <TermFields taxonomy={taxonomy} form={form} />
        {term && <TextInput label={t('taxonomies.code')} description={t('taxonomies.codeHint')} value={term.code} readOnly variant="filled" styles={{ input: { fontFamily: 'monospace' } }} />}
        {figures && <Alert color="yellow" variant="light" role="status" icon={<IconInfoCircle size={18} />}>{t('taxonomies.figuresChange')}</Alert>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" loading={amendment.busy}>{t('taxonomies.save')}</Button>
        </Group>
      </Stack>
      <ConflictDialog<TermValues> edit={amendment.conflict} busy={amendment.busy} onResolve={(values) => void amendment.resolve(values)} onClose={amendment.backToForm}
        label={(field) => (field === 'counts' && isFlagged(taxonomy) ? t(`taxonomies.flags.${taxonomy}`) : t(`taxonomies.${field as 'labelEs'}`))}
        show={(_field, value) => (typeof value === 'boolean' ? (value ? t('common.yes') : t('common.no')) : value === undefined || value === '' ? null : String(value))} />
    </form>
  );
}

function TermFields({ taxonomy, form }: { taxonomy: TaxonomyName; form: UseFormReturnType<TermValues> }) {
  const { t } = useTranslation();
  const pair = (es: 'labelEs' | 'reverseEs' | 'shortEs', en: 'labelEn' | 'reverseEn' | 'shortEn') => (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      {[es, en].map((field) => <TextInput key={field} label={t(`taxonomies.${field}`)} required withAsterisk={false} {...form.getInputProps(field)} />)}
    </SimpleGrid>
  );
  return (
    <>
      {pair('labelEs', 'labelEn')}
      {taxonomy === 'audience' && pair('shortEs', 'shortEn')}
      {taxonomy === 'relationship_type' && pair('reverseEs', 'reverseEn')}
      {isFlagged(taxonomy) && <Switch label={t(`taxonomies.flags.${taxonomy}`)} description={t(`taxonomies.flagHints.${taxonomy}`)} {...form.getInputProps('counts', { type: 'checkbox' })} />}
      {!isFixed(taxonomy) && <NumberInput label={t('taxonomies.position')} description={t('taxonomies.positionHint')} min={0} max={9999} allowDecimal={false} styles={{ wrapper: { maxWidth: 140 } }} {...form.getInputProps('position')} />}
    </>
  );
}

/** Only the fields that the taxonomy has: what is absent is kept. */
function valuesOf(taxonomy: TaxonomyName, drawn: Drawn): TermValues {
  const term = 'term' in drawn ? drawn.term : null;
  return {
    labelEs: term?.label.es ?? '', labelEn: term?.label.en ?? '',
    ...(taxonomy === 'audience' ? { shortEs: term?.short?.es ?? '', shortEn: term?.short?.en ?? '' } : {}),
    ...(taxonomy === 'relationship_type' ? { reverseEs: term?.reverse?.es ?? '', reverseEn: term?.reverse?.en ?? '' } : {}),
    ...(isFlagged(taxonomy) ? { counts: term?.counts ?? taxonomy !== 'meeting_kind' } : {}),
    ...(isFixed(taxonomy) ? {} : { position: term?.position ?? ('newAt' in drawn ? drawn.newAt : 0) }),
  };
}
