import { readFileSync } from 'node:fs';

const FOLDER = new URL('../../data/', import.meta.url);

/** A file of apps/api/data; the compiled code lies as deep as the source. */
export const dataFile = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as T;
