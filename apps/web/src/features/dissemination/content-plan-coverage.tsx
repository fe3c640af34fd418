import { Anchor, Badge, Button, Group, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiQuery } from '../../app/use-api.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { DayText } from '../../ui/day-text.js';
import { today } from '../../ui/days.js';
import { inLanguage } from '../../ui/in-language.js';
import { formatNumber } from '../../ui/numbers.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import { ContentCoverage, type Coverage, type Entry } from './operations.js';
import { periodOf, WHOLE_PLAN } from './plan-period.js';
import type { Begun } from './sent-drawer.js';

interface CoverageProps { year?: number; onYear: (year: number | undefined) => void; onRecord?: (begun: Begun) => void }

/** The content plan (axes E2 and E5) beside what was sent: for each audience what was done, and what is missing. */
export function ContentPlanCoverage({ year, onYear, onRecord }: CoverageProps) {
  const { t } = useTranslation();
  const whole = useApiQuery(ContentCoverage, WHOLE_PLAN);
  const query = useApiQuery(ContentCoverage, periodOf(year), { keepPrevious: true });
  const years = yearsOf(whole.data?.contentCoverage ?? []);
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ contentCoverage }) => (contentCoverage.length === 0 ? <EmptyState title={t('dissemination.noPlanTitle')} body={t('dissemination.noPlanBody')} /> : (
        <Stack gap="lg">
          <SegmentedControl aria-label={t('dissemination.planYears')} value={String(year ?? 'all')} onChange={(value) => onYear(value === 'all' ? undefined : Number(value))} style={{ alignSelf: 'flex-start', maxWidth: '100%', overflowX: 'auto' }}
            data={[{ value: 'all', label: t('dissemination.wholePlan') }, ...years.map((each) => ({ value: String(each), label: String(each) }))]} />
          {contentCoverage.map((each) => <Audience key={each.audience} coverage={each} year={year} onRecord={onRecord} />)}
        </Stack>
      ))}
    </Loaded>
  );
}

// The plan's years, and those after it in which something may still have been sent.
function yearsOf(coverage: readonly Coverage[]): number[] {
  if (coverage.length === 0) return [];
  const [from, to] = [Math.min(...coverage.map(({ fromYear }) => fromYear)), Math.max(...coverage.map(({ toYear }) => toYear), Number(today().slice(0, 4)))];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function Audience({ coverage, year, onRecord }: { coverage: Coverage } & Pick<CoverageProps, 'year' | 'onRecord'>) {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const { audience, due, met, share, sent, fromYear, toYear, entries } = coverage;
  const outside = year !== undefined && (year < fromYear || year > toYear);
  const said = share == null ? t(outside ? 'dissemination.outsidePlan' : 'dissemination.nothingDue', { from: fromYear, to: toYear })
    : t('dissemination.covered', { met, count: due, share: formatNumber(share, i18n.language, { style: 'percent', maximumFractionDigits: 0 }) });
  return (
    <Section title={label('audience', audience)} intro={`${said} ${t('dissemination.sentTo', { count: sent })}`}>
      {share != null && <Progress value={share * 100} size="sm" mb="md" color={share >= 0.9 ? 'teal' : share >= 0.5 ? 'anil' : 'orange'} aria-label={said} />}
      <Stack gap="lg">
        {(['message', 'product', 'medium'] as const).map((kind) => (
          <div key={kind}>
            <Text size="sm" fw={600} c="gray.7" mb={4}>{t(`dissemination.kinds.${kind}`)}</Text>
            <Entries kind={kind} entries={entries.filter((entry) => entry.kind === kind)} audience={audience} year={year} onRecord={onRecord} />
          </div>
        ))}
      </Stack>
    </Section>
  );
}

interface EntriesProps extends Pick<CoverageProps, 'year' | 'onRecord'> { kind: 'message' | 'product' | 'medium'; entries: readonly Entry[]; audience: string }

function Entries({ kind, entries, audience, year, onRecord }: EntriesProps) {
  const { t, i18n } = useTranslation();
  const words = (entry: Entry) => inLanguage(entry.label, i18n.language);
  const record = (entry: Entry) => (onRecord && entry.gaps.length > 0 && (
    <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} />} aria-label={t('dissemination.recordOf', { what: words(entry) })} onClick={() => onRecord(begunWith(entry, audience, words(entry)))}>{t('dissemination.record')}</Button>
  ));
  const columns: Column<Entry>[] = [
    { key: 'planned', header: t('dissemination.plannedThing'), cell: (entry) => (
      <><Text size="sm">{words(entry)}</Text>{entry.every !== 'once' && <Text size="xs" c="gray.6" fw={400}>{t(`dissemination.every.${entry.every as 'year' | 'quarter'}`)}</Text>}</>
    ) },
    { key: 'sent', header: t('dissemination.timesSent'), align: 'right', width: 90, cell: (entry) => <SentTimes entry={entry} audience={audience} /> },
    { key: 'last', header: t('dissemination.lastSent'), width: 130, cell: (entry) => (entry.lastOn ? <DayText day={entry.lastOn} /> : '—') },
    { key: 'missing', header: t('dissemination.missing'), width: 300, cell: (entry) => <Group gap={6} justify="space-between" wrap="nowrap"><Gaps entry={entry} year={year} />{record(entry)}</Group> },
  ];
  return <DataTable label={t(`dissemination.kinds.${kind}`)} columns={columns} rows={entries} rowKey={({ code }) => code} />;
}

/** How often, as a way to the sendings themselves. */
function SentTimes({ entry: { kind, code, term, sent }, audience }: { entry: Entry; audience: string }) {
  if (sent === 0) return <>0</>;
  const search = kind === 'message' ? { planEntry: [code] } : { audience: [audience], [kind]: [term!] };
  return <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/difusion" search={search} />}>{sent}</Anchor>;
}

const SHOWN_GAPS = 4;

function Gaps({ entry, year }: { entry: Entry; year?: number }) {
  const { t } = useTranslation();
  if (entry.kind !== 'message' && entry.term == null) return <Text size="xs" c="gray.6">{t('dissemination.cannotTell')}</Text>;
  if (entry.due === 0) return <Text size="xs" c="gray.6">{t(entry.every === 'once' && year !== undefined ? 'dissemination.onceInAll' : 'dissemination.notDue')}</Text>;
  if (entry.gaps.length === 0) return <Badge color="teal" variant="light">{t('dissemination.done')}</Badge>;
  if (entry.gaps[0] === '') return <Badge color="orange" variant="light">{t('dissemination.never')}</Badge>;
  const shown = entry.gaps.slice(-SHOWN_GAPS).map((gap) => gap.replace(/^(\d{4})-Q(\d)$/, (_, year: string, quarter: string) => t('dissemination.quarter', { year, quarter })));
  const rest = entry.gaps.length - shown.length;
  return <Text size="xs" title={entry.gaps.join(', ')}>{t('dissemination.gapsOf', { met: entry.met, count: entry.due })} {shown.join(', ')}{rest > 0 && ` ${t('dissemination.moreGaps', { count: rest })}`}</Text>;
}

const begunWith = ({ kind, code, term }: Entry, audience: string, words: string): Begun =>
  (kind === 'message' ? { audience, planEntry: code, message: words } : { audience, [kind]: term });
