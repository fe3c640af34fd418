import { describe, expect, it } from '@jest/globals';
import { graphOf, neighbourTowards, selectionIn, tieBetween } from './graph.js';
import { aNode, aTie } from './testing.js';

const square = graphOf({
  nodes: ['centre', 'east', 'north', 'far-east', 'stranger'].map((id) => aNode(id)),
  ties: [aTie('centre', 'east', 1), aTie('centre', 'far-east', 3), aTie('centre', 'north', 2)],
});
const positions = new Map([
  ['centre', { x: 0, y: 0 }], ['east', { x: 50, y: 5 }], ['far-east', { x: 200, y: 0 }], ['north', { x: 0, y: -60 }], ['stranger', { x: -20, y: 0 }],
]);

describe('a graph', () => {
  it('lists the neighbours, the strongest tie first', () => {
    expect(square.neighbours.get('centre')!.map(({ node }) => node.id)).toEqual(['far-east', 'north', 'east']);
    expect(square.neighbours.get('stranger')).toEqual([]);
  });

  it('leaves out a tie to somebody who is not there', () => {
    expect(graphOf({ nodes: [aNode('a')], ties: [aTie('a', 'hidden')] }).ties).toEqual([]);
  });

  it('finds a tie from both ends', () => {
    expect(tieBetween(square, 'east', 'centre')).toBe(tieBetween(square, 'centre', 'east'));
    expect(tieBetween(square, 'east', 'north')).toBeUndefined();
  });

  it('forgets a selection that a filter took away', () => {
    expect(selectionIn(square, { node: 'east' })).toEqual({ node: 'east' });
    expect(selectionIn(square, { node: 'gone' })).toBeNull();
    expect(selectionIn(square, { a: 'east', b: 'north' })).toBeNull();
  });
});

describe('walking by arrow keys', () => {
  it('leads to the nearest neighbour that way', () => {
    expect(neighbourTowards(square, positions, 'centre', 'ArrowRight')).toBe('east');
    expect(neighbourTowards(square, positions, 'centre', 'ArrowUp')).toBe('north');
  });

  it('stays where nobody lies that way, and never leads to somebody who is no neighbour', () => {
    expect(neighbourTowards(square, positions, 'centre', 'ArrowLeft')).toBeNull();
    expect(neighbourTowards(square, positions, 'centre', 'ArrowDown')).toBeNull();
  });
});
