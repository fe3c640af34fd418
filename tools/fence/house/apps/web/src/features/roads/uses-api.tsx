// rejected: the web does not import the API
import { type } from '../../../../api/src/features/bridges/bridge.type.js';
export const all = [type];
