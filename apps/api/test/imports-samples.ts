import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../../shared/data/samples');

/** The folder of real-world samples beside the repository; null on a machine that does not have them. */
export const SAMPLES = existsSync(folder) ? folder : null;

/** The maps that read them. */
export const MAPS = resolve(import.meta.dirname, '../../../tools/maps');
