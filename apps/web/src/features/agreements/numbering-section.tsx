import { Box, Button, Group, Paper, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { patternProblems, referenceOf, REFERENCE_TOKENS } from '@tejido/domain/reference-number.js';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/graphql.js';
import { errorText } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useAmendment } from '../../app/use-amendment.js';
import { useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { AgreementNumberingQuery } from '../../gql/graphql.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { today } from '../../ui/days.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';

const Numbering = graphql(`
  query AgreementNumbering { agreementNumbering { acronym pattern version kindCodes { kind code } } }
`);

const AmendNumbering = graphql(`
  mutation AmendAgreementNumbering($version: Int!, $input: NumberingInput!) { amendAgreementNumbering(version: $version, input: $input) { version } }
`);

type Settings = NonNullable<AgreementNumberingQuery['agreementNumbering']>;
interface Values extends Record<string, unknown> { pattern: string; kindCodes: { kind: string; code: string }[] }

const recordOf = ({ pattern, kindCodes, version }: Settings) => ({ version, values: { pattern, kindCodes: kindCodes.map(({ kind, code }) => ({ kind, code })) } satisfies Values as Values });

/** How the register makes the references of its agreements. */
export function NumberingSection() {
  const { t } = useTranslation();
  const query = useApiQuery(Numbering, {});
  return (
    <Box maw={820}><Section title={t('agreements.numberingTitle')} intro={t('agreements.numberingIntro')}>
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {({ agreementNumbering }) => agreementNumbering && <Form key={agreementNumbering.version} settings={agreementNumbering} />}
      </Loaded>
    </Section></Box>
  );
}

function Form({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { label } = useTaxonomies();
  const { form, problems, ...amendment } = useAmendment<Values>({
    page: 'agreement-numbering',
    recorded: recordOf(settings),
    save: (version, changes) => request(AmendNumbering, { version, input: changes }),
    reread: async () => {
      const now = (await request(Numbering, {})).agreementNumbering;
      return now ? recordOf(now) : null;
    },
    onDone: () => { void client.invalidateQueries(); notifications.show({ message: t('agreements.numberingSaved') }); },
  });
  return (
    <form onSubmit={(event) => { event.preventDefault(); void amendment.submit(); }} noValidate>
      <Stack gap="md">
        {amendment.restored && <DraftNotice onDiscard={amendment.discard} />}
        <ProblemSummary text={problems.summary} />
        <TextInput label={t('agreements.pattern')} description={t('agreements.patternHint')} required withAsterisk={false} {...form.getInputProps('pattern')} />
        <Group gap="xs" role="group" aria-label={t('agreements.patternPieces')}>
          {REFERENCE_TOKENS.map((token) => (
            <Button key={token} size="compact-sm" variant="default" onClick={() => form.setFieldValue('pattern', `${form.values.pattern}${token}`)}>+ {t(`agreements.pieces.${token}`)} {token}</Button>
          ))}
        </Group>
        <Preview acronym={settings.acronym} values={form.values} />
        <Text size="sm" fw={550}>{t('agreements.kindCodes')}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }}>
          {form.values.kindCodes.map(({ kind }, at) => <TextInput key={kind} label={label('agreement_kind', kind)} {...form.getInputProps(`kindCodes.${at}.code`)} />)}
        </SimpleGrid>
        <Group justify="flex-end"><Button type="submit" loading={amendment.busy}>{t('agreements.numberingSave')}</Button></Group>
      </Stack>
      <ConflictDialog<Values> edit={amendment.conflict} busy={amendment.busy} label={(field) => t(`agreements.${field as 'pattern' | 'kindCodes'}`)} onClose={amendment.backToForm}
        onResolve={(values) => void amendment.resolve(values)} show={(field, value) => (field === 'kindCodes' ? (value as Values['kindCodes']).map(({ code }) => code).join(', ') : String(value))} />
    </form>
  );
}

/** The reference that the fourth memorandum of this year would get; nothing while the pattern is not one. */
function Preview({ acronym, values: { pattern, kindCodes } }: { acronym: string; values: Values }) {
  const { t } = useTranslation();
  const first = kindCodes.find(({ kind }) => kind === 'memorandum') ?? kindCodes[0];
  const shown = patternProblems('pattern', pattern).length > 0 || !first ? '—' : referenceOf(pattern, { acronym, year: Number(today().slice(0, 4)), kindCode: first.code }, 4);
  return (
    <Paper withBorder p="sm" radius="md">
      <Text size="xs" c="gray.7">{t('agreements.patternPreview')}</Text>
      <Text fw={600} aria-live="polite">{shown}</Text>
    </Paper>
  );
}
