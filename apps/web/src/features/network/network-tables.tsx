import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longName, shortName } from '../../app/organisation-names.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { DataTable, type Column, type Sort } from '../../ui/data-table.js';
import { formatNumber } from '../../ui/numbers.js';
import { Section } from '../../ui/section.js';
import { AudienceMark } from './audience-mark.js';
import { type Graph, type GraphNode, type GraphTie, type Selection, tieKey } from './graph.js';
import { useTieWords } from './tie-words.js';

interface TablesProps { graph: Graph; selection: Selection | null; onSelect: (selection: Selection | null) => void }

const PAGE = 50;

/** The map as two tables: the same organisations and ties, the same selection, the same actions. */
export function NetworkTables(props: TablesProps) {
  return <Stack gap="lg"><OrganisationTable {...props} /><TieTable {...props} /></Stack>;
}

function OrganisationTable({ graph, selection, onSelect }: TablesProps) {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const { kindName } = useTieWords();
  const [sort, setSort] = useState<Sort>({ by: 'ties', descending: true });
  const [shown, setShown] = useState(PAGE);
  const compare = {
    name: (x: GraphNode, y: GraphNode) => longName(x).localeCompare(longName(y), i18n.language),
    kind: (x: GraphNode, y: GraphNode) => kindName(x).localeCompare(kindName(y), i18n.language),
    seat: (x: GraphNode, y: GraphNode) => label('country', x.seatCountry).localeCompare(label('country', y.seatCountry), i18n.language),
    ties: (x: GraphNode, y: GraphNode) => x.ties - y.ties,
  };
  const rows = useSorted(graph.nodes, compare, sort, i18n.language);
  const chosen = selection && 'node' in selection ? selection.node : null;
  const columns: Column<GraphNode>[] = [
    { key: 'name', header: t('network.name'), sort: 'name', cell: (node) => (
      <Group gap={8} wrap="nowrap" align="flex-start">
        <span style={{ paddingTop: 3 }}><AudienceMark node={node} /></span>
        <span>
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: node.id }} />}>{longName(node)}</Anchor>
          {chosen === node.id && <Badge ml={8}>{t('network.chosen')}</Badge>}
        </span>
      </Group>
    ) },
    { key: 'kind', header: t('network.kind'), sort: 'kind', cell: kindName },
    { key: 'seat', header: t('network.seat'), sort: 'seat', cell: (node) => label('country', node.seatCountry) },
    { key: 'ties', header: t('network.tieCount'), sort: 'ties', align: 'right', cell: (node) => (
      <Anchor component="button" type="button" size="sm" onClick={() => onSelect({ node: node.id })} aria-label={`${longName(node)}: ${t('network.counts.ties', { count: node.ties })}`}>
        {formatNumber(node.ties, i18n.language)}
      </Anchor>
    ) },
  ];
  return (
    <Section title={t('network.organisations')} count={graph.nodes.length} flush>
      <DataTable label={t('network.organisations')} columns={columns} rows={rows.slice(0, shown)} rowKey={(node) => node.id} sort={sort} onSort={setSort}
        total={rows.length} hasMore={shown < rows.length} onMore={() => setShown(shown + PAGE)} onOpen={(node) => onSelect({ node: node.id })} />
    </Section>
  );
}

function TieTable({ graph, selection, onSelect }: TablesProps) {
  const { t, i18n } = useTranslation();
  const { basis } = useTieWords();
  const [sort, setSort] = useState<Sort>({ by: 'weight', descending: true });
  const [shown, setShown] = useState(PAGE);
  const nameAt = (id: string) => shortName(graph.byId.get(id)!);
  const compare = {
    a: (x: GraphTie, y: GraphTie) => nameAt(x.a).localeCompare(nameAt(y.a), i18n.language),
    b: (x: GraphTie, y: GraphTie) => nameAt(x.b).localeCompare(nameAt(y.b), i18n.language),
    paper: (x: GraphTie, y: GraphTie) => Number(x.declared) - Number(y.declared),
    weight: (x: GraphTie, y: GraphTie) => x.weight - y.weight,
  };
  const rows = useSorted(graph.ties, compare, sort, i18n.language);
  const chosen = selection && 'a' in selection ? tieKey(selection) : null;
  const end = (id: string) => (
    <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id }} />}>{nameAt(id)}</Anchor>
  );
  const columns: Column<GraphTie>[] = [
    { key: 'a', header: t('network.between'), sort: 'a', cell: (tie) => end(tie.a) },
    { key: 'b', header: t('network.and'), sort: 'b', cell: (tie) => end(tie.b), phone: 'line' },
    { key: 'basis', header: t('network.basis'), cell: (tie) => (
      <>
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onSelect({ a: tie.a, b: tie.b })} aria-label={`${nameAt(tie.a)} – ${nameAt(tie.b)}: ${basis(tie)}. ${t('network.why')}`}>{basis(tie)}</Anchor>
        {chosen === tieKey(tie) && <Badge ml={8}>{t('network.chosen')}</Badge>}
      </>
    ) },
    { key: 'paper', header: t('network.declared'), sort: 'paper', cell: (tie) => (tie.declared ? t('common.yes') : t('common.no')) },
    { key: 'weight', header: t('network.strength'), sort: 'weight', align: 'right', cell: (tie) => formatNumber(tie.weight, i18n.language, { maximumFractionDigits: 1, minimumFractionDigits: 1 }) },
  ];
  return (
    <Section title={t('network.ties')} count={graph.ties.length} flush>
      <DataTable label={t('network.ties')} columns={columns} rows={rows.slice(0, shown)} rowKey={tieKey} sort={sort} onSort={setSort}
        total={rows.length} hasMore={shown < rows.length} onMore={() => setShown(shown + PAGE)} onOpen={(tie) => onSelect({ a: tie.a, b: tie.b })} />
      <Text size="xs" c="gray.6" px="lg" pb="md">{t('network.strengthHint')}</Text>
    </Section>
  );
}

function useSorted<Row>(rows: readonly Row[], compare: Record<string, (x: Row, y: Row) => number>, sort: Sort, language: string): Row[] {
  // The comparisons change with the language alone.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => [...rows].sort((x, y) => compare[sort.by]!(x, y) * (sort.descending ? -1 : 1)), [rows, sort, language]);
}
