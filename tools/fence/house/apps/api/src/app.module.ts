// accepted: the application puts features together
import { service } from './features/bridges/bridges.service.js';
export const app = [service];
