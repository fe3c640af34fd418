import { MEMBERS, type Player } from './cast/player.js';
import { visibilityOf } from './organisations.js';

/** A record that names an organisation which few may see is for those few as well. */
export function strictest(players: readonly Player[]): { visibility: string; country: string | null } | null {
  const hidden = players.find((each) => visibilityOf(each) === 'secretariat') ?? players.find((each) => visibilityOf(each) === 'country');
  return hidden ? { visibility: visibilityOf(hidden), country: MEMBERS.includes(hidden.seat as never) ? hidden.seat : null } : null;
}
