import { Anchor, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HomeQuery } from '../../gql/graphql.js';
import { FreshnessLight, Light, type Freshness, type ProgressLight } from '../../ui/light.js';
import { formatNumber } from '../../ui/numbers.js';
import { Sparkline } from '../../ui/sparkline.js';

const PROGRESS: Record<string, ProgressLight> = { met: 'met', on_track: 'on_track', at_risk: 'at_risk', behind: 'behind', none: 'unknown' };
const FRESHNESS: Record<string, Freshness> = { fresh: 'fresh', ageing: 'ageing', stale: 'outdated', never: 'unconfirmed' };

/** Both figures of the strategy with their lights and their way since 2019; each opens its page and its reasons. */
export function Figures({ data }: { data: HomeQuery }) {
  const { t } = useTranslation();
  const { alliances, activitiesDone } = data;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <Figure code="alliances_in_force" label={t('home.alliances')} report={alliances} trend={data.alliancesTrend} beside={t('home.instruments', { count: alliances.instruments ?? 0 })} />
      <Figure code="joint_activities_done" label={t('home.activities')} report={activitiesDone} trend={data.activitiesTrend} beside={t('home.contributors', { count: activitiesDone.allies })} />
    </SimpleGrid>
  );
}

interface FigureProps {
  code: string;
  label: string;
  report: { value: number; target?: number | null; light: string; freshness: string; to: string };
  trend: readonly { value?: number | null }[];
  beside: string;
}

function Figure({ code, label, report, trend, beside }: FigureProps) {
  const { t, i18n } = useTranslation();
  const target = report.target == null ? t('home.noTarget') : t('home.target', { value: report.target, year: report.to.slice(0, 4) });
  return (
    <Card bg="white">
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
        <div>
          <Anchor fw={600} size="sm" renderRoot={(props) => <Link {...props} to="/indicadores" search={{ code }} />}>{label}</Anchor>
          <Text fz={34} lh={1.2} fw={700} style={{ fontVariantNumeric: 'tabular-nums', letterSpacing: '-0.02em' }}>{formatNumber(report.value, i18n.language)}</Text>
        </div>
        <Sparkline values={trend.flatMap(({ value }) => (value == null ? [] : [value]))} />
      </Group>
      <Stack gap={8} mt={4}>
        <Group gap={6}><Light light={PROGRESS[report.light] ?? 'unknown'} /><FreshnessLight freshness={FRESHNESS[report.freshness] ?? 'unconfirmed'} /></Group>
        <Text size="sm" c="gray.7">
          {target} · {beside} · <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/indicadores" search={{ code, why: true }} />}>{t('common.why.button')}</Anchor>
        </Text>
      </Stack>
    </Card>
  );
}
