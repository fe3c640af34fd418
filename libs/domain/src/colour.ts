/** Colours as '#rrggbb', for documents on white paper. */

const HEX = /^#[0-9a-f]{6}$/i;

/** Text of normal size against its ground (WCAG 2.2, success criterion 1.4.3). */
export const LEGIBLE_CONTRAST = 4.5;

export const isColour = (text: string): boolean => HEX.test(text);

const channels = (colour: string): [number, number, number] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
const hex = (values: readonly number[]): string => `#${values.map((each) => Math.round(each).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((each) => {
    const share = each / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How well one is seen on the other, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The colour, mixed with another. @param share of the other, 0 to 1 */
export function mixed(colour: string, other: string, share: number): string {
  const [from, to] = [channels(colour), channels(other)];
  return hex(from.map((each, at) => each + (to[at]! - each) * share));
}

/** The colour, darkened just as far as text in it is legible on white. */
export function legibleOnWhite(colour: string): string {
  for (let share = 0; share < 1; share += 0.02) {
    const darker = mixed(colour, '#000000', share);
    if (contrast(darker, '#ffffff') >= LEGIBLE_CONTRAST) return darker;
  }
  return '#000000';
}
