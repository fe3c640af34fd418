// rejected: the design system knows no feature
import { page } from '../features/bridges/bridge-page.js';
export const all = [page];
