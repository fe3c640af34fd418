// accepted: a rule uses a rule
import { other } from './other.js';
export const rule = other;
