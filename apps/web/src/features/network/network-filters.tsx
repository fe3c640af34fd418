import { Badge, Button, Drawer, Group, Select, Stack, Switch, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { EVIDENCE_KINDS, type EvidenceKind } from '@tejido/domain/network.js';
import { fold } from '@tejido/domain/text.js';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { longName } from '../../app/organisation-names.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { Facet, type FacetOption } from '../../ui/facets.js';
import type { Graph, GraphNode } from './graph.js';
import { isFiltered, NETWORK_FACETS, withFacet, type NetworkFacet, type NetworkSearch } from './search.js';

interface FiltersProps {
  search: NetworkSearch;
  onSearch: (search: NetworkSearch) => void;
  /** The unfiltered network, of which the options are counted. */
  whole: Graph;
}

const TAXONOMY = { audience: 'audience', kind: 'organisation_kind', scope: 'scope', country: 'country', theme: 'theme' } as const;
type OfOrganisation = Exclude<NetworkFacet, 'evidence'>;

const VALUES: Record<OfOrganisation, (node: GraphNode) => readonly string[]> = {
  audience: (node) => (node.audience ? [node.audience] : []),
  kind: (node) => (node.kind ? [node.kind] : []),
  scope: (node) => (node.scope ? [node.scope] : []),
  country: (node) => [...new Set([...node.countries, ...(node.seatCountry ? [node.seatCountry] : [])])],
  theme: (node) => node.themes,
};

/** A button that opens the filters in a drawer. */
export function NetworkFilters({ search, onSearch, whole }: FiltersProps) {
  const { t } = useTranslation();
  const [opened, drawer] = useDisclosure(false);
  const facets = useFacets(whole);
  const count = NETWORK_FACETS.reduce((sum, facet) => sum + (search[facet]?.length ?? 0), 0);
  return (
    <>
      <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={16} />} onClick={drawer.open}>
        {count > 0 ? t('common.filtersActive', { count }) : t('common.filters')}
      </Button>
      <Drawer opened={opened} onClose={drawer.close} title={t('common.filters')} size="xs">
        <Stack gap="lg">
          <div>
            <Switch label={t('network.coalition')} checked={search.coalition ?? false} onChange={(event) => onSearch({ ...search, coalition: event.currentTarget.checked || undefined })} />
            <Text size="xs" c="gray.7" mt={4}>{t('network.coalitionHint')}</Text>
          </div>
          {facets.map(({ facet, label, options }) => options.length > 0 && (
            <Facet key={facet} label={label} options={options} value={search[facet] ?? []} onChange={(values) => onSearch(withFacet(search, facet, values))} />
          ))}
        </Stack>
      </Drawer>
    </>
  );
}

/** What is filtered now, to take away again. */
export function ActiveFilters({ search, onSearch }: Omit<FiltersProps, 'whole'>) {
  const { t } = useTranslation();
  const { nameOf } = useFacetNames();
  if (!isFiltered(search)) return null;
  const clear = () => onSearch({ ...search, ...Object.fromEntries(NETWORK_FACETS.map((facet) => [facet, undefined])) });
  return (
    <Group gap={6}>
      {NETWORK_FACETS.flatMap((facet) => (search[facet] ?? []).map((value) => (
        <Badge key={`${facet} ${value}`} component="button" type="button" size="lg" rightSection={<IconX size={12} aria-hidden />} style={{ cursor: 'pointer' }}
          aria-label={t('common.removeNamed', { name: nameOf(facet, value) })} onClick={() => onSearch(withFacet(search, facet, search[facet]!.filter((each) => each !== value)))}>
          {nameOf(facet, value)}
        </Badge>
      )))}
      <Button size="compact-xs" variant="subtle" onClick={clear}>{t('common.clearFilters')}</Button>
    </Group>
  );
}

function useFacetNames() {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const nameOf = (facet: NetworkFacet, value: string) => (facet === 'evidence'
    ? (EVIDENCE_KINDS.some((kind) => kind === value) ? t(`network.evidenceKinds.${value as EvidenceKind}`) : value)
    : label(TAXONOMY[facet], value));
  return { nameOf };
}

function useFacets(whole: Graph): { facet: NetworkFacet; label: string; options: FacetOption[] }[] {
  const { t, i18n } = useTranslation();
  const { nameOf } = useFacetNames();
  return NETWORK_FACETS.map((facet) => {
    if (facet === 'evidence') return { facet, label: t('network.evidence'), options: EVIDENCE_KINDS.map((value) => ({ value, label: nameOf(facet, value) })) };
    const counts = new Map<string, number>();
    for (const node of whole.nodes) for (const value of VALUES[facet](node)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const options = [...counts].map(([value, count]) => ({ value, count, label: nameOf(facet, value) }))
      .sort((x, y) => y.count - x.count || x.label.localeCompare(y.label, i18n.language));
    return { facet, label: t(`network.${facet}`), options };
  });
}

/** Finds an organisation of the network by name or acronym and brings it to the middle. */
export function FindInNetwork({ graph, onFind }: { graph: Graph; onFind: (id: string) => void }) {
  const { t } = useTranslation();
  const data = graph.nodes.map((node) => ({ value: node.id, label: longName(node) }));
  return (
    <Select key={graph.nodes.length} aria-label={t('network.find')} placeholder={t('network.find')} searchable data={data} value={null} limit={30} flex="1 1 220px" maw={420}
      leftSection={<IconSearch size={16} stroke={1.7} />} rightSection={<span />} nothingFoundMessage={t('network.notThere')}
      filter={({ options, search }) => {
        const words = fold(search).split(' ').filter(Boolean);
        return options.filter((option) => 'value' in option && words.every((word) => fold(option.label).includes(word)));
      }}
      onChange={(id) => { if (id) onFind(id); }} />
  );
}
