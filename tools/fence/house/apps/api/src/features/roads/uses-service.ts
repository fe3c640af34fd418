// rejected: another feature's service
import { service } from '../bridges/bridges.service.js';
export const all = [service];
