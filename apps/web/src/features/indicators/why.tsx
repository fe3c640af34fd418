import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiQuery } from '../../app/use-api.js';
import { formatDay } from '../../ui/days.js';
import { ErrorState, LoadingState } from '../../ui/states.js';
import { WhyDrawer, type WhyItem } from '../../ui/why-drawer.js';
import { IndicatorWhy, MovementsWhy } from './operations.js';

const PLACES = { organisation: '/organizaciones/$id', agreement: '/acuerdos/$id', activity: '/actividades/$id' } as const;

interface Named { kind: string; id: string; title: string }

/** Leads to a record that a count names. */
export function RecordLink({ record }: { record: Named }) {
  return (
    <Anchor size="sm" renderRoot={(props) => <Link {...props} to={PLACES[record.kind as keyof typeof PLACES]} params={{ id: record.id }} />}>{record.title}</Anchor>
  );
}

interface Reasons {
  value: number;
  withheldCounted: number;
  counted: { because: string; on?: string | null; record: Named; through: Named[] }[];
  excluded: { reason: string; record: Named }[];
}

interface WhyProps { opened: boolean; onClose: () => void; subject: string; note?: string }

/** What a figure counts and what not, read when it is opened. */
export function FigureWhy({ variables, ...props }: WhyProps & { variables: { code: string; on: string | null; from: string | null; to: string | null; known: string | null } }) {
  const query = useApiQuery(IndicatorWhy, variables, { enabled: props.opened });
  return <Why {...props} query={query} reasons={query.data?.indicatorReport} />;
}

export type Turn = 'start' | 'new' | 'reactivated' | 'exits' | 'renewals' | 'end';

/** The same for one number of the movements. */
export function MovementWhy({ variables, turn, ...props }: WhyProps & { variables: { code: string; from: string; to: string; known: string | null }; turn: Turn }) {
  const query = useApiQuery(MovementsWhy, variables, { enabled: props.opened });
  return <Why {...props} query={query} reasons={query.data?.indicatorMovements[turn] as Reasons | undefined} />;
}

function Why({ query, reasons, note, ...props }: WhyProps & { query: { error: Error | null; refetch: () => unknown }; reasons: Reasons | undefined }) {
  const { t } = useTranslation();
  const items = useItems(reasons);
  const withheld = reasons && reasons.withheldCounted > 0 ? t('indicators.withheld', { count: reasons.withheldCounted }) : null;
  const state = query.error && !reasons ? <ErrorState message={errorText(t, query.error)} onRetry={() => void query.refetch()} /> : reasons ? undefined : <LoadingState rows={8} />;
  return <WhyDrawer {...props} value={reasons?.value ?? null} {...items} state={state} note={<>{note}{withheld && <div>{withheld}</div>}</>} />;
}

function useItems(reasons: Reasons | undefined): { counted: WhyItem[]; excluded: WhyItem[] } {
  const { t, i18n } = useTranslation();
  const counted = (reasons?.counted ?? []).map(({ record, because, on, through }, at) => ({
    id: `${record.id} ${at}`, name: record.title, link: <RecordLink record={record} />,
    reason: [
      t(`indicators.because.${because as 'in_force'}`), on && formatDay(on, i18n.language),
      through.length > 0 && t('indicators.through', { names: through.map((each) => each.title).join(', ') }),
    ].filter(Boolean).join(' · '),
  }));
  const excluded = (reasons?.excluded ?? []).map(({ record, reason }) => ({
    id: `${record.id} ${reason}`, name: record.title, link: <RecordLink record={record} />, reason: t(`indicators.reason.${reason as 'to_verify'}`),
  }));
  return { counted, excluded };
}
