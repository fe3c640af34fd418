// rejected: another feature's input
import type { input } from '../bridges/bridge.input.js';
export type All = typeof input;
