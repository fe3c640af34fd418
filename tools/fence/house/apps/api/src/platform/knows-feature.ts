// rejected: the platform knows no feature, not even its entity
import { entity } from '../features/bridges/bridge.entity.js';
export const all = [entity];
