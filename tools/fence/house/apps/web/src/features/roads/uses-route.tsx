// rejected: a feature does not know the routes
import { route } from '../../app/routes/bridges.js';
export const all = [route];
