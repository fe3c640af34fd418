import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { EvidenceKind } from '@tejido/domain/network.js';
import { IconBinaryTree2, IconCalendarEvent, IconFileCheck, IconLink, IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shortName } from '../../app/organisation-names.js';
import { errorText } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiQuery } from '../../app/use-api.js';
import { DayRange, DayText } from '../../ui/day-text.js';
import { Loaded, LoadingState } from '../../ui/states.js';
import type { GraphNode } from './graph.js';
import { TieEvidenceOperation, type Evidence } from './operations.js';

const ICONS = {
  agreement: IconFileCheck, meeting: IconCalendarEvent, activity: IconSparkles, relationship: IconLink, parent: IconBinaryTree2,
} satisfies Record<EvidenceKind, unknown>;

const PAGES = { agreement: '/acuerdos/$id', meeting: '/reuniones/$id', activity: '/actividades/$id' } as const;

/** Why two organisations are tied on a day: each agreement, meeting, activity and relationship, with its days. */
export function TieEvidence({ a, b, day }: { a: GraphNode; b: GraphNode; day: string | undefined }) {
  const { t } = useTranslation();
  const query = useApiQuery(TieEvidenceOperation, { a: a.id, b: b.id, day });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)} loading={<LoadingState rows={3} />}>
      {({ tieEvidence }) => (tieEvidence.length === 0
        ? <Text size="sm" c="gray.7">{t('network.noEvidence')}</Text>
        : <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>{tieEvidence.map((each) => <Piece key={`${each.kind} ${each.id} ${each.readsFrom}`} piece={each} a={a} b={b} />)}</Stack>)}
    </Loaded>
  );
}

function Piece({ piece, a, b }: { piece: Evidence; a: GraphNode; b: GraphNode }) {
  const { t } = useTranslation();
  const kind = piece.kind as EvidenceKind;
  const Icon = ICONS[kind];
  return (
    <li style={{ display: 'flex', gap: 10 }}>
      <Icon size={17} stroke={1.7} color="var(--mantine-color-gray-6)" style={{ flexShrink: 0, marginTop: 2 }} aria-hidden />
      <div style={{ minWidth: 0 }}>
        <Label piece={piece} a={a} b={b} />
        <Text size="xs" c="gray.7">
          {t(`network.evidenceKinds.${kind}`)}
          {(piece.from || piece.to) && <> · {kind === 'meeting' ? <DayText day={piece.from} /> : <DayRange from={piece.from} to={piece.to} />}</>}
        </Text>
      </div>
    </li>
  );
}

function Label({ piece, a, b }: { piece: Evidence; a: GraphNode; b: GraphNode }) {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const [one, other] = piece.readsFrom === b.id ? [b, a] : [a, b];
  const ends = { name: shortName(one), other: shortName(other) };
  if (piece.kind === 'parent') return <Text size="sm">{t('network.parentOf', ends)}</Text>;
  if (piece.kind === 'relationship') return <Text size="sm">{t('network.relationOf', { ...ends, label: label('relationship_type', piece.label).toLowerCase() })}</Text>;
  const title = (i18n.language === 'en' && piece.labelEn) || piece.label;
  const to: string = PAGES[piece.kind as keyof typeof PAGES];
  return <Anchor size="sm" style={{ overflowWrap: 'anywhere' }} renderRoot={(props) => <Link {...props} to={to} params={{ id: piece.id } as never} />}>{title}</Anchor>;
}
