import { jest } from '@jest/globals';
import type pg from 'pg';
import { TODAY } from '../../src/start/demonstration/days.js';
import { loadDemonstration } from '../../src/start/demonstration/load-demonstration.js';
import { openRegistry, type Registry } from './harness.js';

/** A registry that holds the demonstration, on the day that it is told of. */
export async function openDemonstration(): Promise<Registry> {
  const registry = await openRegistry();
  const client = { query: async (text: string, values: unknown[] = []) => ({ rows: await registry.sql(text, values) }) };
  await loadDemonstration(client as unknown as pg.ClientBase);
  await registry.sql('update coalition set demonstration = true');
  registry.travelTo(TODAY);
  return registry;
}

/** Every command is a process of its own. */
export const SLOW = 400_000; // milliseconds: a busy machine is no failure

export const giveTime = (): void => void jest.setTimeout(SLOW);

export const lines = (text: string): string[] => text.trimEnd().split('\n');
