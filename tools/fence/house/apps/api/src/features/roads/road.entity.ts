// accepted: another feature's entity, type and reads
import { entity } from '../bridges/bridge.entity.js';
import { type } from '../bridges/bridge.type.js';
import { reads } from '../bridges/bridges.reads.js';
export const all = [entity, type, reads];
