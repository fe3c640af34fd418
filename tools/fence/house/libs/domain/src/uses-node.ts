// rejected: the domain does no input or output
import { readFileSync } from 'node:fs';
export const all = [readFileSync];
