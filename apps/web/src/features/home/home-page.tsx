import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { addDays, yearOf } from '@tejido/domain/day.js';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useViewer, type Viewer } from '../../app/session.js';
import { useApiQuery } from '../../app/use-api.js';
import type { HomeQuery } from '../../gql/graphql.js';
import { countryName } from '../../ui/countries.js';
import { today } from '../../ui/days.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { Figures } from './figures.js';
import { FirstSteps } from './first-steps.js';
import { InOrder, Listed, type Place, type Row } from './listed.js';
import classes from './home-page.module.css';
import { Home } from './operations.js';
import { useRows } from './rows.js';
import { changedSince, ChangedSince, SnapshotsWaiting } from './signing.js';

/** Days ahead that the home page looks. */
const [WEEK, SOON] = [7, 30];

/** What asks for attention today, by role: the desk first for the office and delegates, the figures first for those who read and sign. */
export function HomePage() {
  const { t, i18n } = useTranslation();
  const viewer = useViewer();
  const query = useApiQuery(Home, asked(viewer));
  const delegate = viewer.role === 'delegate';
  const intro = delegate && viewer.country ? t('home.introDelegate', { country: countryName(viewer.country, i18n.language) }) : t(`home.introOf.${figuresFirst(viewer) ? 'reader' : 'office'}`);
  return (
    <>
      <PageHeader title={t('home.greeting', { name: viewer.name.split(' ')[0] })} intro={intro} />
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {(data) => (data.outside?.total === 0 ? <FirstSteps /> : (
          <Stack gap="lg">
            {delegate && <FindPartner />}
            {figuresFirst(viewer) && <Figures data={data} />}
            <Desk data={data} viewer={viewer} />
            {!figuresFirst(viewer) && <Figures data={data} />}
          </Stack>
        ))}
      </Loaded>
    </>
  );
}

const figuresFirst = ({ role }: Viewer): boolean => role === 'presidency' || role === 'observer';

function asked({ id, role, country }: Viewer) {
  const now = today();
  const own = role === 'delegate' ? country : null;
  return {
    viewer: id, today: now, weekEnd: addDays(now, own ? SOON : WEEK), soon: addDays(now, SOON + 1), year: yearOf(now), mine: own ? [own] : null, owed: own ?? null,
    desk: role !== 'observer', office: role === 'secretariat' || role === 'admin', delegate: role === 'delegate', presidency: role === 'presidency', verifier: role === 'secretariat', adder: role === 'secretariat' || role === 'admin' || role === 'delegate',
  };
}

interface Card { key: string; title: string; total: number; rows: Row[]; all?: Place; none: string; shown?: ReactNode }

/** The lists that hold something, and in one line those that do not. */
function Desk({ data, viewer }: { data: HomeQuery; viewer: Viewer }) {
  const cards = useCards(data, viewer);
  const full = cards.filter(({ rows }) => rows.length > 0);
  return (
    <Stack gap="lg">
      <div className={classes.columns}>
        {full.map(({ key, title, total, rows, all, shown }) => <div key={key} className={classes.card}>{shown ?? <Listed title={title} total={total} rows={rows} all={all} />}</div>)}
      </div>
      <InOrder what={cards.filter(({ rows }) => rows.length === 0).map(({ none }) => none)} />
    </Stack>
  );
}

/** In the order in which they ask for attention. A filter that a list does not know (yet) is left out by its page. */
function useCards(data: HomeQuery, viewer: Viewer): Card[] {
  const { t } = useTranslation();
  const row = useRows();
  const country = viewer.role === 'delegate' && viewer.country ? [viewer.country] : undefined;
  const list = (to: Place['to'], search: object): Place => ({ to, search: search as never });
  const meetings = (key: 'next' | 'recent', title: string, none: string): Card =>
    ({ key, title, none, total: data[key].total, rows: data[key].nodes.map(row.meeting), all: list('/reuniones', { country }) });
  const waiting = (data.snapshots ?? []).filter(({ canApprove }) => canApprove);
  const changed = changedSince(data.snapshots ?? []);
  const commitments = (key: 'overdue' | 'due', title: string, none: string): Card | undefined => data[key] && ({
    key, title, none, total: data[key].total, rows: data[key].nodes.map(row.commitment),
    all: list('/compromisos', { status: [key === 'overdue' ? 'overdue' : 'open'], country }),
  });
  const toSign = (key: string, rows: readonly { id: string }[], none: string, shown: ReactNode): Card | undefined => data.snapshots && ({
    key, title: '', none, shown, total: rows.length, rows: rows.map(({ id }) => ({ id, title: id, place: { to: '/indicadores' } })),
  });
  const cards: (Card | false | null | undefined)[] = [
    toSign('snapshots', waiting, t('home.snapshotsNone'), <SnapshotsWaiting snapshots={waiting} />),
    data.minutesWaiting && {
      key: 'minutes', title: t('home.minutesWaiting'), total: data.minutesWaiting.total,
      rows: data.minutesWaiting.nodes.map(row.meeting), none: t('home.minutesNone'), all: list('/reuniones', { minutes: ['circulated'] }),
    },
    toSign('changed', changed, t('home.changedNone'), <ChangedSince snapshots={changed} />),
    commitments('overdue', t('home.overdue'), t('home.overdueNone')),
    commitments('due', t('home.due'), t('home.dueNone')),
    // Most look after nobody: for them no line says that nobody grows cold.
    data.cooling && data.cooling.total > 0 && {
      key: 'cooling', title: t('home.cooling'), total: data.cooling.total, rows: data.cooling.nodes.map(row.cooling), none: '',
      all: list('/organizaciones', { mine: true, contact: ['cooling', 'cold'], alliance: ['allied'], sort: 'cold' }),
    },
    data.partners && {
      key: 'partners', title: t('home.partners'), total: data.partners.total, rows: data.partners.nodes.map(row.partner),
      all: list('/organizaciones', { alliance: ['allied'], country }), none: t('home.partnersNone'),
    },
    data.sentBack && {
      key: 'sentBack', title: t('home.sentBack'), total: data.sentBack.total, rows: data.sentBack.nodes.map((each) => row.evidence(each, 'returned')), none: t('home.sentBackNone'),
      all: list('/evidencia', { state: 'returned', mine: true }),
    },
    data.toVerify && {
      key: 'verify', title: t('home.toVerify'), total: data.toVerify.total, rows: data.toVerify.nodes.map((each) => row.evidence(each)), none: t('home.toVerifyNone'), all: list('/evidencia', {}),
    },
    data.drafts && {
      key: 'drafts', title: t('home.drafts'), total: data.drafts.total, rows: data.drafts.nodes.map(row.meeting),
      all: list('/reuniones', { minutes: ['draft'] }), none: t('home.draftsNone'),
    },
    meetings('next', t(country ? 'home.nextOfCountry' : 'home.next'), t('home.nextNone')),
    {
      key: 'expiring', title: t('home.expiring'), total: data.expiring.total, rows: data.expiring.nodes.map(row.expiring),
      all: list('/acuerdos', { view: 'expiring', country }), none: t('home.expiringNone'),
    },
    meetings('recent', t('home.recent'), t('home.recentNone')),
  ];
  return cards.filter((card): card is Card => Boolean(card));
}

/** Who exists, whatever the spelling: leads to the list of organisations. */
function FindPartner() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const find = () => { if (text.trim()) void navigate({ to: '/organizaciones', search: { text: text.trim() } }); };
  return (
    <Section>
      <form onSubmit={(event) => { event.preventDefault(); find(); }} role="search">
        <Group gap="sm" align="flex-end">
          <TextInput flex="1 1 260px" label={t('home.findPartner')} placeholder={t('home.findPlaceholder')} leftSection={<IconSearch size={16} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <Button type="submit" variant="default">{t('home.find')}</Button>
        </Group>
      </form>
    </Section>
  );
}
