// accepted: routes put features together
import { page } from '../../features/bridges/bridge-page.js';
export const route = [page];
