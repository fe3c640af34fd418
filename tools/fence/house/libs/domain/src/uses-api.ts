// rejected: the domain does not know the API
import { clock } from '../../../apps/api/src/platform/clock.js';
export const all = [clock];
