import cytoscape, { type Core, type ElementDefinition, type NodeSingular } from 'cytoscape';
import { sizeOf, tieKey, type Graph, type Positions, type Selection } from './graph.js';
import { chooseLabels, LABEL_HEIGHT, shorten } from './labels.js';
import { lookOf, opacityOf, stylesheet, widthOf } from './look.js';

export interface Place { name: string; x: number; y: number; size: number }

export interface DrawingEvents {
  onNode: (id: string) => void;
  onTie: (a: string, b: string) => void;
  onOpen: (id: string) => void;
  onNothing: () => void;
}

/** The canvas: draws what it is shown and tells what was touched. It decides nothing and keeps no truth of its own. */
export interface Drawing {
  /** `frame` names what the picture spans: while it stays, the reader's own view of it stays too. */
  show(picture: { graph: Graph; positions: Positions; places: readonly Place[]; frame: string }, nameOf: (id: string) => string): void;
  select(graph: Graph, selection: Selection | null): void;
  flyTo(id: string): void;
  fit(): void;
  zoom(factor: number): void;
  end(): void;
}

/** Pixels around the whole. */
const paddingOf = (cy: Core): number => (cy.width() < 500 ? 14 : 48);
/** A few organisations are not blown up to fill the screen. */
const LARGEST_FIT = 1.1;
const SETTLED = 120; // ms after a movement, before names are chosen again
const FLIGHT = 350; // ms

export function startDrawing(container: HTMLElement, events: DrawingEvents): Drawing {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const cy = cytoscape({
    container, style: stylesheet(getComputedStyle(container).fontFamily || 'sans-serif'), layout: { name: 'preset' }, pixelRatio: 1, minZoom: 0.05, maxZoom: 4,
    boxSelectionEnabled: false, autounselectify: true, autoungrabify: true, selectionType: 'single',
  });
  cy.on('tap', 'node', (event) => events.onNode((event.target as NodeSingular).id()));
  cy.on('dbltap', 'node', (event) => events.onOpen((event.target as NodeSingular).id()));
  cy.on('tap', 'edge', (event) => events.onTie(event.target.source().id(), event.target.target().id()));
  cy.on('tap', (event) => { if (event.target === cy) events.onNothing(); });
  cy.on('mouseover', 'node, edge', () => { container.style.cursor = 'pointer'; });
  cy.on('mouseout', 'node, edge', () => { container.style.cursor = ''; });
  let framed: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const nameSoon = () => { clearTimeout(timer); timer = setTimeout(() => nameSome(cy), SETTLED); };
  cy.on('viewport resize', nameSoon);
  return {
    show({ graph, positions, places, frame }, nameOf) {
      cy.batch(() => replaceElements(cy, elementsOf(graph, positions, places, nameOf)));
      if (frame !== framed && cy.elements().nonempty()) {
        fitAll(cy);
        framed = frame;
      }
      nameSome(cy);
    },
    select(graph, selection) {
      cy.batch(() => mark(cy, graph, selection));
      nameSome(cy);
    },
    flyTo(id) {
      const node = cy.getElementById(id);
      if (node.empty()) return;
      const around = node.closedNeighborhood().nodes();
      if (calm) cy.fit(around, paddingOf(cy));
      else cy.animate({ fit: { eles: around, padding: paddingOf(cy) }, duration: FLIGHT });
    },
    fit: () => { cy.resize(); fitAll(cy); },
    zoom: (factor) => { cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }); },
    end() { clearTimeout(timer); cy.destroy(); },
  };
}

function fitAll(cy: Core): void {
  cy.fit(undefined, paddingOf(cy));
  if (cy.zoom() > LARGEST_FIT) cy.zoom(LARGEST_FIT).center();
}

function elementsOf(graph: Graph, positions: Positions, places: readonly Place[], nameOf: (id: string) => string): ElementDefinition[] {
  return [
    ...places.map(({ name, x, y, size }) => ({ group: 'nodes' as const, data: { id: `place ${name}`, label: name, size }, position: { x, y }, classes: 'place' })),
    ...graph.nodes.filter(({ id }) => positions.has(id)).map((node) => ({
      group: 'nodes' as const, position: { ...positions.get(node.id)! }, classes: node.standing,
      data: { id: node.id, label: shorten(nameOf(node.id)), size: sizeOf(node), ties: node.ties, ...lookOf(node) },
    })),
    ...graph.ties.filter(({ a, b }) => positions.has(a) && positions.has(b)).map((tie) => ({
      group: 'edges' as const, classes: tie.declared ? '' : 'practice',
      data: { id: tieKey(tie), source: tie.a, target: tie.b, width: widthOf(tie, graph.ties.length), opacity: opacityOf(tie, graph.ties.length) },
    })),
  ];
}

/** Only what differs is touched: another day changes a few ties, not the whole canvas. */
function replaceElements(cy: Core, wanted: readonly ElementDefinition[]): void {
  const byId = new Map(wanted.map((each) => [each.data.id!, each]));
  cy.elements().filter((each) => !byId.has(each.id())).remove();
  const added: ElementDefinition[] = [];
  for (const [id, each] of byId) {
    const there = cy.getElementById(id);
    if (there.empty()) { added.push(each); continue; }
    if (Object.entries(each.data).some(([key, value]) => there.data(key) !== value)) there.data(each.data);
    if (each.group === 'nodes' && each.position) there.position(each.position);
    else there.toggleClass('practice', each.classes === 'practice');
  }
  cy.add(added);
}

function mark(cy: Core, graph: Graph, selection: Selection | null): void {
  cy.elements('.away, .near, .chosen').removeClass('away near chosen');
  if (!selection) return;
  const chosen = 'node' in selection
    ? cy.getElementById(selection.node)
    : cy.getElementById(tieKey(selection));
  if (chosen.empty()) return;
  const around = 'node' in selection ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes());
  cy.elements().not(around).not('.place').addClass('away');
  around.edges().addClass('near');
  chosen.addClass('chosen');
}

/** Names as a class on the few that have room; their size on the screen is always the same. */
function nameSome(cy: Core): void {
  if (cy.destroyed()) return;
  const zoom = cy.zoom();
  const nodes = cy.nodes('[ties]');
  const lit = cy.nodes('.away').empty() ? nodes : nodes.filter((node) => !node.hasClass('away'));
  const places = lit.map((node) => ({
    id: node.id(), ...node.renderedPosition(), radius: (Number(node.data('size')) * zoom) / 2, text: String(node.data('label')), importance: Number(node.data('ties')),
  }));
  const chosen = cy.nodes('.chosen').map((node) => node.id());
  const taken = cy.nodes('.place').map((place) => place.renderedBoundingBox()).map(({ x1, x2, y1, y2 }) => ({ left: x1, right: x2, top: y1, bottom: y2 }));
  const named = chooseLabels(places, { width: cy.width(), height: cy.height() }, { always: new Set(chosen), taken });
  cy.batch(() => {
    for (const node of nodes) {
      if (node.hasClass('named') !== named.has(node.id())) node.toggleClass('named', named.has(node.id()));
      if (named.has(node.id())) node.style({ 'font-size': LABEL_HEIGHT / zoom, 'text-margin-y': 3 / zoom, 'text-outline-width': 2 / zoom });
    }
  });
}
