import { ActionIcon, Anchor, Badge, Button, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconArrowRight, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName, longName, shortName } from '../../app/organisation-names.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { AudienceMark } from './audience-mark.js';
import { type Graph, type GraphNode, type Selection } from './graph.js';
import { useTieWords } from './tie-words.js';
import classes from './network.module.css';
import { TieEvidence } from './tie-evidence.js';

interface PanelProps {
  graph: Graph;
  selection: Selection | null;
  day: string | undefined;
  onSelect: (selection: Selection | null) => void;
}

const SHOWN = 12;

/** Beside the map or the tables: the chosen organisation, the chosen tie, or where to begin. */
export function NetworkPanel(props: PanelProps) {
  const { graph, selection } = props;
  if (selection && 'node' in selection) {
    const node = graph.byId.get(selection.node);
    if (node) return <OrganisationPanel {...props} key={node.id} node={node} />;
  }
  if (selection && 'a' in selection) {
    const [a, b] = [graph.byId.get(selection.a), graph.byId.get(selection.b)];
    if (a && b) return <TiePanel {...props} a={a} b={b} />;
  }
  return <Beginning {...props} />;
}

function Beginning({ graph, onSelect }: PanelProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Text size="sm" c="gray.7">{t('network.howTo')}</Text>
      <Title order={2} size="h3">{t('network.mostTied')}</Title>
      <Stack gap={0} mx={-8}>
        {graph.nodes.slice(0, SHOWN).map((node) => (
          <UnstyledButton key={node.id} className={classes.row} onClick={() => onSelect({ node: node.id })}>
            <span style={{ paddingTop: 2 }}><AudienceMark node={node} /></span>
            <span className={classes.rowName}>{longName(node)}</span>
            <Text size="sm" c="gray.6" component="span" className={classes.counts}>{node.ties}</Text>
          </UnstyledButton>
        ))}
      </Stack>
    </Stack>
  );
}

function OrganisationPanel({ graph, node, onSelect }: PanelProps & { node: GraphNode }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const { kindName } = useTieWords();
  const acronym = shortName(node) === fullName(node) ? null : shortName(node);
  const themes = node.themes.map((code) => label('theme', code)).join(', ');
  return (
    <Stack gap="sm">
      <Heading mark={node} title={acronym ?? fullName(node)} below={acronym ? fullName(node) : null} onClose={() => onSelect(null)} />
      <Text size="sm">{[kindName(node), label('country', node.seatCountry), label('scope', node.scope)].filter(Boolean).join(' · ')}</Text>
      <DefinitionList items={[
        { term: t('network.audience'), value: label('audience', node.audience) },
        { term: t('network.works'), value: node.countries.map((code) => label('country', code)).join(', ') },
        { term: t('network.theme'), value: themes },
      ]} />
      <Button variant="light" rightSection={<IconArrowRight size={16} />} renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: node.id }} />}>
        {t('network.openProfile')}
      </Button>
      <Neighbours graph={graph} node={node} onSelect={onSelect} />
    </Stack>
  );
}

function Neighbours({ graph, node, onSelect }: Pick<PanelProps, 'graph' | 'onSelect'> & { node: GraphNode }) {
  const { t } = useTranslation();
  const { basis } = useTieWords();
  const [all, setAll] = useState(false);
  const neighbours = graph.neighbours.get(node.id) ?? [];
  const shown = all ? neighbours : neighbours.slice(0, SHOWN);
  return (
    <div>
      <Group gap={8} align="baseline" mb={4}>
        <Title order={3} size="h3">{t('network.neighbours')}</Title><Text size="sm" c="gray.6" fw={500}>{neighbours.length}</Text>
      </Group>
      <Stack gap={0} mx={-8}>
        {shown.map(({ node: other, tie }) => (
          <div key={other.id} className={classes.row}>
            <span style={{ paddingTop: 2 }}><AudienceMark node={other} /></span>
            <div className={classes.rowName}>
              <Anchor component="button" type="button" size="sm" ta="left" c="gray.9" onClick={() => onSelect({ node: other.id })}>{longName(other)}</Anchor>
              <Anchor component="button" type="button" size="xs" display="block" ta="left" onClick={() => onSelect({ a: node.id, b: other.id })}
                aria-label={`${t('network.whyNamed', { name: shortName(other) })}: ${basis(tie)}`}>{basis(tie)}</Anchor>
            </div>
          </div>
        ))}
      </Stack>
      {neighbours.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setAll(!all)}>
          {all ? t('common.showLess') : t('network.showMore', { count: neighbours.length - SHOWN })}
        </Button>
      )}
    </div>
  );
}

function TiePanel({ a, b, day, onSelect }: PanelProps & { a: GraphNode; b: GraphNode }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Heading title={t('network.whyTied')} below={null} onClose={() => onSelect(null)} />
      <Stack gap={4}>
        {[a, b].map((end) => (
          <Group key={end.id} gap={8} wrap="nowrap" align="flex-start">
            <span style={{ paddingTop: 3 }}><AudienceMark node={end} /></span>
            <Anchor component="button" type="button" size="sm" fw={550} ta="left" onClick={() => onSelect({ node: end.id })}>{longName(end)}</Anchor>
          </Group>
        ))}
      </Stack>
      <TieEvidence a={a} b={b} day={day} />
    </Stack>
  );
}

function Heading({ mark, title, below, onClose }: { mark?: GraphNode; title: string; below: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
      <div style={{ minWidth: 0 }}>
        <Group gap={8} wrap="nowrap">{mark && <AudienceMark node={mark} size={16} />}<Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>{title}</Title></Group>
        {below && <Text size="sm" c="gray.7" mt={2}>{below}</Text>}
        {mark && mark.standing !== 'external' && <Badge mt={6}>{t(`organisations.standings.${mark.standing as 'member'}`)}</Badge>}
      </div>
      <ActionIcon variant="subtle" color="gray" aria-label={t('network.close')} onClick={onClose}><IconX size={17} /></ActionIcon>
    </Group>
  );
}
