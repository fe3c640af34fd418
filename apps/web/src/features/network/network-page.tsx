import { Drawer, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAffiliate } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiQuery } from '../../app/use-api.js';
import { formatDay } from '../../ui/days.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, LoadingState, NothingFound } from '../../ui/states.js';
import { graphOf, selectionIn, type Graph, type Selection } from './graph.js';
import { createGraphStore } from './graph-store.js';
import { NetworkCanvas } from './network-canvas.js';
import { NetworkDay } from './network-day.js';
import { ActiveFilters, FindInNetwork, NetworkFilters } from './network-filters.js';
import { NetworkLegend } from './network-legend.js';
import classes from './network.module.css';
import { NetworkPanel } from './network-panel.js';
import { NetworkTables } from './network-tables.js';
import { MOST_DRAWN, NetworkOperation, type Network } from './operations.js';
import { placesOf } from './places.js';
import { usePositions } from './positions.js';
import { filterOf, isFiltered, selectionOf, withSelection, type NetworkSearch } from './search.js';

export interface NetworkPageProps { search: NetworkSearch; onSearch: (search: NetworkSearch) => void }

/** The alliance network of a day: as a map and as tables, filtered by the address. */
export function NetworkPage({ search, onSearch }: NetworkPageProps) {
  const { t } = useTranslation();
  const query = useApiQuery(NetworkOperation, { day: search.day, filter: filterOf(search), first: MOST_DRAWN }, { keepPrevious: true });
  // Its layout is everybody's: a filter or another day moves nothing. Without filters it is the same question, asked once.
  const whole = useApiQuery(NetworkOperation, { day: undefined, filter: filterOf({}), first: MOST_DRAWN });
  const graph = useGraph(query.data?.network);
  const wholeGraph = useGraph(whole.data?.network);
  // Until the answer comes, what is drawn is still that of the filters before.
  const asked = JSON.stringify(filterOf(search));
  const [frame, setFrame] = useState(asked);
  if (!query.isPlaceholderData && frame !== asked) setFrame(asked);
  return (
    <>
      <PageHeader title={t('network.title')} intro={t('network.intro')}
        actions={<SegmentedControl size="sm" aria-label={t('network.title')} value={search.view ?? 'map'} onChange={(view) => onSearch({ ...search, view: view === 'table' ? 'table' : undefined })}
          data={[{ value: 'map', label: t('network.map') }, { value: 'table', label: t('network.table') }]} />} />
      <Loaded query={query} message={(error) => errorText(t, error)} loading={<Section><LoadingState rows={9} /></Section>}>
        {({ network }) => (graph && wholeGraph
          ? <Full search={search} onSearch={onSearch} network={network} graph={graph} whole={wholeGraph} frame={frame} />
          : <Section><LoadingState rows={9} /></Section>)}
      </Loaded>
    </>
  );
}

const graphs = new WeakMap<Network, Graph>();

/** The same answer gives the same graph, so that its layout is made once. */
function useGraph(network: Network | undefined): Graph | null {
  if (!network) return null;
  if (!graphs.has(network)) graphs.set(network, graphOf(network));
  return graphs.get(network)!;
}

interface FullProps extends NetworkPageProps { network: Network; graph: Graph; whole: Graph; frame: string }

function Full({ search, onSearch, network, graph, whole, frame }: FullProps) {
  const [flight, setFlight] = useState<{ id: string } | null>(null);
  const selection = selectionIn(graph, selectionOf(search));
  const select = (chosen: Selection | null) => onSearch(withSelection(search, chosen));
  const find = (id: string) => { select({ node: id }); setFlight({ id }); };
  const clear = () => onSearch({ view: search.view, coalition: search.coalition });
  return (
    <Stack gap="sm">
      <Group gap="xs" align="center">
        <FindInNetwork graph={graph} onFind={find} />
        <NetworkFilters search={search} onSearch={onSearch} whole={whole} />
        <Counts network={network} graph={graph} />
      </Group>
      <ActiveFilters search={search} onSearch={onSearch} />
      <View {...{ search, onSearch, graph, whole, frame, selection, flight }} onSelect={select} onClear={clear} />
    </Stack>
  );
}

interface ViewProps extends NetworkPageProps {
  graph: Graph;
  whole: Graph;
  frame: string;
  selection: Selection | null;
  flight: { id: string } | null;
  onSelect: (selection: Selection | null) => void;
  onClear: () => void;
}

function View(props: ViewProps) {
  const { search, onSearch, graph, selection, onSelect, onClear } = props;
  const narrow = useMediaQuery('(max-width: 61.99em)', false, { getInitialValueInEffect: false });
  const panel = <NetworkPanel graph={graph} selection={selection} day={search.day} onSelect={onSelect} />;
  const table = search.view === 'table';
  const content = graph.nodes.length === 0 ? <Nothing filtered={isFiltered(search) || search.day !== undefined} onClear={onClear} />
    : table ? <NetworkTables graph={graph} selection={selection} onSelect={onSelect} /> : <Map {...props} />;
  return (
    <>
      <div className={table ? classes.beside : classes.frame}>
        {table && <Below search={search} onSearch={onSearch} plain />}
        <div style={graph.nodes.length === 0 ? { gridColumn: '1 / -1' } : undefined}>{content}</div>
        {!narrow && graph.nodes.length > 0 && <aside className={table ? undefined : classes.panel}>{table ? <Section>{panel}</Section> : panel}</aside>}
        {!table && <Below search={search} onSearch={onSearch} />}
      </div>
      {narrow && <Drawer opened={selection !== null} onClose={() => onSelect(null)} position="bottom" size="62%" withCloseButton={false} overlayProps={{ backgroundOpacity: 0.15 }}>{panel}</Drawer>}
    </>
  );
}

/** Under the map, above the tables: the legend and the day, which filter both. */
function Below({ search, onSearch, plain }: NetworkPageProps & { plain?: boolean }) {
  return (
    <div className={classes.bottom} data-plain={plain}>
      <NetworkLegend search={search} onSearch={onSearch} />
      <NetworkDay day={search.day} onDay={(day) => onSearch({ ...search, day })} />
    </div>
  );
}

function Map({ graph, whole, frame, selection, flight, onSelect }: ViewProps) {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const navigate = useNavigate();
  const [store] = useState(createGraphStore);
  const positions = usePositions(graph, whole);
  useEffect(() => { if (positions) store.put({ graph, positions, frame }); }, [store, graph, positions, frame]);
  useEffect(() => { store.put({ selection }); }, [store, selection]);
  const places = useMemo(() => (positions ? placesOf(graph, positions, (code) => label('country', code)) : []), [graph, positions, label]);
  const counts = `${t('network.counts.organisations', { count: graph.nodes.length })}, ${t('network.counts.ties', { count: graph.ties.length })}`;
  return (
    <NetworkCanvas key={i18n.language} store={store} places={places} label={`${t('network.mapLabel')}: ${counts}`} onSelect={onSelect} flyTo={flight}
      onOpen={(id) => void navigate({ to: '/organizaciones/$id', params: { id } })} />
  );
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  if (filtered) return <NothingFound onClear={onClear} />;
  return <EmptyState icon={IconAffiliate} title={t('network.nothingYetTitle')} body={t('network.nothingYetBody')} />;
}

/** How much is shown, and of how much. */
function Counts({ network, graph }: { network: Network; graph: Graph }) {
  const { t, i18n } = useTranslation();
  const limited = network.total > graph.nodes.length;
  const unlinked = network.matching - network.total;
  const parts = [
    t('network.counts.organisations', { count: graph.nodes.length }) + (limited ? ` ${t('network.of', { count: network.total })}` : ''),
    t('network.counts.ties', { count: graph.ties.length }) + (graph.ties.length < network.totalTies ? ` ${t('network.of', { count: network.totalTies })}` : ''),
    ...(unlinked > 0 ? [t('network.unlinked', { count: unlinked })] : []),
    t('network.asOf', { day: formatDay(network.day, i18n.language) }),
  ];
  return (
    <Text size="sm" c="gray.7" ml="auto" className={classes.counts} role="status" data-testid="network-counts">
      {parts.join(' · ')}{limited && ` · ${t('network.limited', { count: graph.nodes.length })}`}
    </Text>
  );
}
