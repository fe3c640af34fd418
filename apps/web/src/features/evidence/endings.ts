import { FILE_ENDINGS } from '@tejido/domain/file-problems.js';

/** Of the files that can be evidence. */
export const ENDINGS: readonly string[] = Object.values(FILE_ENDINGS).flat();
