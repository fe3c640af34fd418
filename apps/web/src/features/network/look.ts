import type { StylesheetJson } from 'cytoscape';
import type { GraphNode, GraphTie } from './graph.js';

/** Each audience has a colour and a shape, so that neither has to be told apart alone; the colours differ for the colour-blind too. */
export const AUDIENCE_LOOKS = {
  state: { colour: '#3751b2', shape: 'round-rectangle' },
  forum: { colour: '#d07a12', shape: 'hexagon' },
  international: { colour: '#128a78', shape: 'ellipse' },
  civil_society: { colour: '#b8417f', shape: 'diamond' },
  other: { colour: '#6f7888', shape: 'triangle' },
} as const;
export type AudienceLook = { colour: string; shape: string };
const PLAIN: AudienceLook = { colour: '#8a93a3', shape: 'ellipse' };
const COALITION: AudienceLook = { colour: '#1b212c', shape: 'star' };

export const audienceLook = (audience: string | null | undefined): AudienceLook =>
  AUDIENCE_LOOKS[audience as keyof typeof AUDIENCE_LOOKS] ?? PLAIN;

export const lookOf = (node: Pick<GraphNode, 'standing' | 'audience'>): AudienceLook =>
  (node.standing === 'coalition' ? COALITION : audienceLook(node.audience));

export const DECLARED = '#4a62b8';
export const DEMONSTRATED = '#a07a36';
const ACCENT = '#2f48a0';

/** How free the map is: 1 up to some 220 ties, then less. In a crowd each tie is fainter and thinner, so that the thick of it stays readable. */
const freedom = (ties: number): number => Math.min(1, 220 / Math.max(ties, 1));

/** Width of a tie on the map: what weighs more is thicker, within bounds. */
export const widthOf = ({ weight }: Pick<GraphTie, 'weight'>, ties: number): number =>
  Math.min(1.4 + 1.2 * Math.sqrt(weight), 9) * (0.35 + 0.65 * freedom(ties) ** 0.25);

export const opacityOf = ({ weight, declared }: Pick<GraphTie, 'weight' | 'declared'>, ties: number): number => {
  const free = freedom(ties);
  return Math.min(0.9, (0.02 + 0.66 * free ** 0.65) * (declared ? 1.25 : 0.85) + 0.05 * Math.sqrt(weight) * free);
};

/** Straight ties without arrows and names only for the class `named`: what the canvas draws fast. Values come from data, not functions. */
export const stylesheet = (fontFamily: string): StylesheetJson => [
  { selector: 'node[colour]', style: {
    'shape': 'data(shape)' as never, 'background-color': 'data(colour)', 'width': 'data(size)', 'height': 'data(size)',
    'border-width': 1.5, 'border-color': '#ffffff', 'min-zoomed-font-size': 0, 'z-index': 2,
  } },
  { selector: 'node.member', style: { 'border-width': 3, 'border-color': '#b4c0e9' } },
  { selector: 'node.named', style: {
    'label': 'data(label)', 'font-family': fontFamily, 'font-weight': 500 as never, 'color': '#1b212c', 'text-valign': 'bottom', 'z-index': 3,
    'text-outline-color': '#ffffff', 'text-outline-opacity': 0.9,
  } },
  { selector: 'edge', style: {
    'curve-style': 'haystack', 'haystack-radius': 0, 'line-color': DECLARED, 'width': 'data(width)', 'opacity': 'data(opacity)' as never, 'z-index': 1,
  } },
  { selector: 'edge.practice', style: { 'line-color': DEMONSTRATED, 'line-style': 'dashed', 'line-dash-pattern': [7, 5] } },
  { selector: 'node.place', style: {
    'label': 'data(label)', 'shape': 'ellipse', 'width': 1, 'height': 1, 'background-opacity': 0, 'border-width': 0, 'events': 'no', 'font-family': fontFamily,
    'font-weight': 600 as never, 'font-size': 'data(size)', 'color': '#6f7888', 'text-opacity': 0.85, 'text-valign': 'center', 'z-index': 0, 'text-transform': 'uppercase',
  } },
  { selector: '.away', style: { opacity: 0.12 } },
  { selector: 'edge.away', style: { opacity: 0.04 } },
  { selector: 'edge.near', style: { opacity: 0.75, 'z-index': 1 } },
  { selector: 'node.chosen', style: { 'border-width': 4, 'border-color': ACCENT, 'z-index': 5, 'underlay-color': ACCENT, 'underlay-opacity': 0.18, 'underlay-padding': 8 } },
  { selector: 'edge.chosen', style: { 'line-color': ACCENT, 'opacity': 1, 'z-index': 1, 'width': 5 } },
  { selector: 'node:active, edge:active', style: { 'overlay-opacity': 0.06 } },
];
