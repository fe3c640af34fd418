// rejected: the platform does not know who puts it together
import { app } from '../app.module.js';
export const all = [app];
