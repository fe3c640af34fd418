import { Anchor, Group, Spoiler, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longName, shortName } from '../../app/organisation-names.js';
import { errorText } from '../../app/problems.js';
import { useApiQuery } from '../../app/use-api.js';
import { Section } from '../../ui/section.js';
import { Loaded, LoadingState } from '../../ui/states.js';
import { AudienceMark } from './audience-mark.js';
import type { Place } from './drawing.js';
import { ringsAround } from './ego-layout.js';
import { graphOf, type Neighbour, type Selection } from './graph.js';
import { createGraphStore } from './graph-store.js';
import { useTieWords } from './tie-words.js';
import { NetworkCanvas } from './network-canvas.js';
import { NetworkOperation, type Network } from './operations.js';

/** More around one organisation would be a thicket; the network's page shows all. */
const MOST_AROUND = 41;
const LISTED = 5;
const NO_PLACES: Place[] = [];

/** An organisation and those that it is tied to, as a section of its profile: a small map, and the same as a list. */
export function EgoNetwork({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(NetworkOperation, { day: undefined, filter: { focusId: organisationId }, first: MOST_AROUND });
  // On the network's page the coalition is drawn only when asked for.
  const coalition = query.data?.network.nodes.find(({ id }) => id === organisationId)?.standing === 'coalition' ? true : undefined;
  const all = (
    <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/red" search={{ at: organisationId, coalition } as never} />}>{t('network.ego.all')}</Anchor>
  );
  return (
    <Section title={t('network.ego.title')} count={query.data ? Math.max(query.data.network.total - 1, 0) : undefined} actions={all}>
      <Loaded query={query} message={(error) => errorText(t, error)} loading={<LoadingState rows={4} />}>
        {({ network }) => <Around network={network} organisationId={organisationId} />}
      </Loaded>
    </Section>
  );
}

function Around({ network, organisationId }: { network: Network; organisationId: string }) {
  const { t } = useTranslation();
  const graph = useMemo(() => graphOf(network), [network]);
  const navigate = useNavigate();
  const [store] = useState(createGraphStore);
  const [selection, setSelection] = useState<Selection | null>(null);
  useEffect(() => { store.put({ graph, positions: ringsAround(graph, organisationId) }); }, [store, graph, organisationId]);
  useEffect(() => { store.put({ selection }); }, [store, selection]);
  const middle = graph.byId.get(organisationId);
  const neighbours = graph.neighbours.get(organisationId) ?? [];
  if (!middle || neighbours.length === 0) return <Text size="sm" c="gray.7">{t('network.ego.empty')}</Text>;
  const label = t('network.ego.label', { name: shortName(middle), ties: t('network.counts.ties', { count: network.total - 1 }) });
  return (
    <Stack gap="xs">
      <NetworkCanvas small store={store} places={NO_PLACES} label={label} onSelect={setSelection}
        onOpen={(id) => { if (id !== organisationId) void navigate({ to: '/organizaciones/$id', params: { id } }); }} />
      {network.total > graph.nodes.length && <Text size="xs" c="gray.7">{t('network.ego.limited', { shown: neighbours.length, total: network.total - 1 })}</Text>}
      <List neighbours={neighbours} chosen={selection && 'node' in selection ? selection.node : null} />
    </Stack>
  );
}

/** The same for those who read: whom it is tied to, and by what. The chosen one comes first. */
function List({ neighbours, chosen }: { neighbours: readonly Neighbour[]; chosen: string | null }) {
  const { t } = useTranslation();
  const { basis } = useTieWords();
  const sorted = [...neighbours].sort((x, y) => Number(y.node.id === chosen) - Number(x.node.id === chosen));
  const row = ({ node, tie }: Neighbour) => (
    <Group key={node.id} gap={8} wrap="nowrap" align="flex-start">
      <span style={{ paddingTop: 3 }}><AudienceMark node={node} /></span>
      <div style={{ minWidth: 0 }}>
        <Anchor size="sm" fw={node.id === chosen ? 600 : undefined} renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: node.id }} />}>{longName(node)}</Anchor>
        <Text size="xs" c="gray.7">{basis(tie)}</Text>
      </div>
    </Group>
  );
  return (
    <Stack gap="xs">
      {sorted.slice(0, LISTED).map(row)}
      {sorted.length > LISTED && (
        <Spoiler maxHeight={0} showLabel={t('network.showMore', { count: sorted.length - LISTED })} hideLabel={t('common.showLess')}>
          <Stack gap="xs">{sorted.slice(LISTED).map(row)}</Stack>
        </Spoiler>
      )}
    </Stack>
  );
}
