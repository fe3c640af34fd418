import { useSyncExternalStore } from 'react';
import { EMPTY_GRAPH, type Graph, type Positions, type Selection } from './graph.js';

export interface GraphState {
  graph: Graph;
  /** Where each organisation is drawn; empty while the layout is being made. */
  positions: Positions;
  /** What the graph is of, by its filters: another frame is fitted to the screen, another day of the same is not. */
  frame: string;
  selection: Selection | null;
}

/** The truth that every view of the network reads and listens to; it draws nothing itself. */
export interface GraphStore {
  state(): GraphState;
  listen(listener: () => void): () => void;
  put(change: Partial<GraphState>): void;
}

export function createGraphStore(): GraphStore {
  let state: GraphState = { graph: EMPTY_GRAPH, positions: new Map(), frame: '', selection: null };
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    listen(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    put(change) {
      state = { ...state, ...change };
      for (const listener of [...listeners]) listener();
    },
  };
}

export const useGraphState = (store: GraphStore): GraphState => useSyncExternalStore(store.listen, store.state);
