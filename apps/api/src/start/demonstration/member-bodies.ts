import { nationalBodyId } from '../load-strategy.js';
import { MEMBERS } from './cast/player.js';

/** The members' national bodies, which the strategy brings. */
export const MEMBER_BODIES = MEMBERS.map((country) => ({ country, id: nationalBodyId(country) }));
