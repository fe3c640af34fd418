// rejected: web features do not know each other
import { page } from '../bridges/bridge-page.js';
export const all = [page];
