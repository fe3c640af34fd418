import { CIVIL_SOCIETY } from './cast/civil-society.js';
import { AGENCIES, FORUMS } from './cast/forums-and-agencies.js';
import { OTHERS } from './cast/others.js';
import type { Player } from './cast/player.js';
import { REAL } from './cast/real.js';
import { STATE } from './cast/state.js';

/** Who appears besides the coalition and its members' national bodies; parents come before their offices. */
export const CAST: readonly Player[] = [...REAL, ...STATE, ...FORUMS, ...AGENCIES, ...CIVIL_SOCIETY, ...OTHERS];

const byKey = new Map(CAST.map((player) => [player.key, player]));

/** @throws when a story names nobody of the cast: a slip of the pen, found by the first test. */
export function player(key: string): Player {
  const found = byKey.get(key);
  if (!found) throw new Error(`The demonstration has no organisation "${key}".`);
  return found;
}
