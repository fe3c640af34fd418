import { Alert, Anchor, Text } from '@mantine/core';
import { IconMail, IconMailOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiPages, useApiQuery } from '../../app/use-api.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { formatInstant } from '../../ui/days.js';
import { Facet, FilterBar } from '../../ui/facets.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';
import { MailDrawer } from './mail-drawer.js';
import { MAIL_TONES, MailStateBadge, useMailKind, type MailState } from './mail-state.js';
import { MailDelivery, Mails, type MailRow } from './operations.js';

export interface MailboxSearch { text?: string; state?: string[]; mail?: string }

/** What the register sent, or would have sent, or has still to send; the newest first. */
export function MailboxPage({ search, onSearch }: { search: MailboxSearch; onSearch: (search: MailboxSearch) => void }) {
  const { t } = useTranslation();
  const { text, state } = search;
  const delivery = useApiQuery(MailDelivery, {}).data?.mailDelivery;
  const query = useApiPages(Mails, { filter: { text: text ?? null, state: state ?? null }, after: null as string | null },
    { next: (page) => (page.mails.hasMore ? page.mails.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  const first = query.data?.pages[0]?.mails;
  const count = (value: string) => first?.facets.find((facet) => facet.name === 'state')?.values.find((each) => each.value === value)?.count ?? 0;
  const open = (mail: string) => onSearch({ ...search, mail });
  const columns = useColumns(open);
  const way = delivery?.way as 'smtp' | 'mailbox' | 'waiting' | undefined;
  return (
    <>
      <PageHeader title={t('mailbox.title')} intro={way && t(`mailbox.intro.${way}`, { server: delivery?.server ?? '', sender: delivery?.sender ?? '' })} />
      {way === 'waiting' && <Alert mb="md" color="yellow" variant="light" icon={<IconMailOff size={18} />} title={t('mailbox.waitingTitle')}>{t('mailbox.waitingBody')}</Alert>}
      <FilterBar search={{ value: text ?? '', onChange: (typed) => onSearch({ ...search, text: typed || undefined }), placeholder: t('mailbox.search') }} facets={
        <Facet label={t('mailbox.state')} value={state ?? []} onChange={(values) => onSearch({ ...search, state: values.length > 0 ? values : undefined })}
          options={(Object.keys(MAIL_TONES) as MailState[]).map((value) => ({ value, count: count(value), label: t(value === 'sent' && way === 'mailbox' ? 'mailbox.kept' : `mailbox.states.${value}`) }))} />}>
        <Section flush>
          <Loaded query={{ ...query, data: query.data }} message={(error) => errorText(t, error)}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.mails.nodes);
              if (rows.length > 0) return <DataTable label={t('mailbox.title')} columns={columns} rows={rows} rowKey={(row) => row.id} onOpen={(row) => open(row.id)} total={first?.total} hasMore={query.hasNextPage} onMore={() => void query.fetchNextPage()} loadingMore={query.isFetchingNextPage} />;
              return text || state ? <NothingFound onClear={() => onSearch({})} /> : <EmptyState icon={IconMail} title={t('mailbox.emptyTitle')} body={t('mailbox.emptyBody')} />;
            }}
          </Loaded>
        </Section>
      </FilterBar>
      <MailDrawer id={search.mail} onClose={() => onSearch({ ...search, mail: undefined })} />
    </>
  );
}

function useColumns(open: (id: string) => void): Column<MailRow>[] {
  const { t, i18n } = useTranslation();
  const kind = useMailKind();
  return [
    {
      key: 'subject', header: t('mailbox.subject'), width: '34%',
      cell: (row) => <div><Anchor component="button" type="button" size="sm" ta="left" onClick={() => open(row.id)}>{row.subject || t('mailbox.states.erased')}</Anchor><Text size="xs" c="gray.6">{kind(row.kind)}</Text></div>,
    },
    { key: 'to', header: t('mailbox.to'), cell: (row) => (row.toEmail ? <div><Text size="sm">{row.toName}</Text><Text size="xs" c="gray.6" style={{ overflowWrap: 'anywhere' }}>{row.toEmail}</Text></div> : t('common.notGiven')) },
    { key: 'state', header: t('mailbox.state'), width: 150, cell: (row) => <MailStateBadge state={row.state} sentBy={row.sentBy} /> },
    { key: 'when', header: t('mailbox.when'), width: 190, cell: (row) => <Text size="sm" style={{ whiteSpace: 'nowrap' }}>{formatInstant(row.sentAt ?? row.queuedAt, i18n.language)}</Text> },
  ];
}
