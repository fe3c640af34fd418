import { legibleOnWhite, mixed } from '@tejido/domain/colour.js';
import type { Brand } from './brand.js';

/**
 * Colours for parts beside each other. They differ in lightness as well as in hue, so that they stay apart in grey print and for
 * colour-blind readers (after Okabe and Ito's palette); the first two are the brand's.
 */
export function seriesColours({ primary, accent }: Pick<Brand, 'primary' | 'accent'>): string[] {
  return [legibleOnWhite(primary), accent, mixed(primary, '#ffffff', 0.55), '#4d4d4d', '#56b4e9', '#b3a125', '#cc79a7', '#a3abb9'];
}
