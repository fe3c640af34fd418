import { longName, shortName } from '../../app/organisation-names.js';
import { ActionIcon, Loader, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Drawing, Place } from './drawing.js';
import { isArrow, neighbourTowards, type Graph, type Selection } from './graph.js';
import { useGraphState, type GraphStore } from './graph-store.js';
import { useTieWords } from './tie-words.js';
import classes from './network.module.css';

interface CanvasProps {
  store: GraphStore;
  places: readonly Place[];
  label: string;
  onSelect: (selection: Selection | null) => void;
  onOpen: (id: string) => void;
  /** A change brings this organisation to the middle. */
  flyTo?: { id: string } | null;
  /** In a profile: lower, and without the line about keys. */
  small?: boolean;
}

/** The map: one view of the graph store. Its library is loaded when the first map is opened. */
export function NetworkCanvas({ store, places, label, onSelect, onOpen, flyTo = null, small = false }: CanvasProps) {
  const { t, i18n } = useTranslation();
  const { graph, positions, frame, selection } = useGraphState(store);
  const container = useRef<HTMLDivElement>(null);
  const drawing = useDrawing(container, { onSelect, onOpen });
  const hint = useId();
  useEffect(() => {
    if (drawing && positions.size > 0) drawing.show({ graph, positions, places, frame }, (id) => shortName(graph.byId.get(id)!));
  }, [drawing, graph, positions, places, frame, i18n.language]);
  useEffect(() => { drawing?.select(graph, selection); }, [drawing, graph, positions, selection]);
  useEffect(() => { if (drawing && flyTo) drawing.flyTo(flyTo.id); }, [drawing, flyTo]);
  const said = useSaid(graph, selection);
  const walk = useWalk({ store, drawing, onSelect, onOpen });
  return (
    <div className={classes.stage} data-small={small || undefined}>
      <div ref={container} className={classes.canvas} tabIndex={0} role="application" aria-label={label} aria-describedby={hint} onKeyDown={walk.onKeyDown} data-drawn={drawing ? positions.size : undefined} />
      <VisuallyHidden id={hint}>{t('network.mapKeys')}</VisuallyHidden>
      <VisuallyHidden role="status" aria-live="polite">{walk.stuck ? t('network.noNeighbour') : said}</VisuallyHidden>
      {(!drawing || positions.size === 0) && <div className={classes.waiting} role="status"><Stack align="center" gap="xs"><Loader size="sm" /><Text size="sm" c="gray.7">{t('network.drawing')}</Text></Stack></div>}
      <div className={classes.tools}>
        <ActionIcon variant="default" size="lg" aria-label={t('network.zoomIn')} onClick={() => drawing?.zoom(1.4)}><IconPlus size={17} /></ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={t('network.zoomOut')} onClick={() => drawing?.zoom(1 / 1.4)}><IconMinus size={17} /></ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={t('network.fit')} onClick={() => drawing?.fit()}><IconArrowsMaximize size={17} /></ActionIcon>
      </div>
      {!small && <Text size="xs" c="gray.7" className={classes.keys} aria-hidden>{t('network.keysShort')}</Text>}
    </div>
  );
}

/** The canvas once its library is there; it ends with the page. */
function useDrawing(container: RefObject<HTMLDivElement | null>, { onSelect, onOpen }: Pick<CanvasProps, 'onSelect' | 'onOpen'>): Drawing | null {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const select = useEffectEvent(onSelect);
  const open = useEffectEvent(onOpen);
  useEffect(() => {
    let started: Drawing | null = null;
    let left = false;
    void import('./drawing.js').then(({ startDrawing }) => {
      if (left || !container.current) return;
      started = startDrawing(container.current, {
        onNode: (node) => select({ node }), onTie: (a, b) => select({ a, b }), onOpen: (id) => open(id), onNothing: () => select(null),
      });
      setDrawing(started);
    });
    return () => {
      left = true;
      started?.end();
    };
  }, [container]);
  return drawing;
}

/** What a screen reader hears of the selection. */
function useSaid(graph: Graph, selection: Selection | null): string {
  const { t } = useTranslation();
  const { kindName, basis } = useTieWords();
  if (!selection) return '';
  if ('node' in selection) {
    const node = graph.byId.get(selection.node);
    return node ? t('network.said', { name: longName(node), kind: kindName(node), ties: t('network.counts.ties', { count: node.ties }) }) : '';
  }
  const [a, b] = [graph.byId.get(selection.a), graph.byId.get(selection.b)];
  const tie = a && b && graph.neighbours.get(a.id)?.find(({ node }) => node.id === b.id)?.tie;
  return tie ? `${longName(a)} – ${longName(b)}: ${basis(tie)}` : '';
}

/** The map by keyboard: arrows walk from an organisation to its neighbour. */
function useWalk({ store, drawing, onSelect, onOpen }: Pick<CanvasProps, 'store' | 'onSelect' | 'onOpen'> & { drawing: Drawing | null }) {
  const [stuck, setStuck] = useState(false);
  const step = (key: string): boolean => {
    const { graph, positions, selection } = store.state();
    const at = !selection ? null : 'node' in selection ? selection.node : selection.a;
    if (isArrow(key)) {
      const next = at === null ? graph.nodes[0]?.id ?? null : neighbourTowards(graph, positions, at, key);
      setStuck(next === null);
      if (next) { onSelect({ node: next }); drawing?.flyTo(next); }
      return true;
    }
    if (key === 'Enter' && at) onOpen(at);
    else if (key === 'Escape') onSelect(null);
    else if (key === '+' || key === '=') drawing?.zoom(1.4);
    else if (key === '-') drawing?.zoom(1 / 1.4);
    else if (key === '0') drawing?.fit();
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !step(event.key)) return;
    event.preventDefault();
  };
  return { onKeyDown, stuck };
}
