import { notFound } from '@tejido/domain/error.js';
import type { CountingState } from './facts.js';
import type { IndicatorType } from './indicator.type.js';

/** Is the value one of a day? Else it is one of a period. */
export const isStock = ({ nature }: Pick<IndicatorType, 'nature'>): boolean => nature === 'stock';

/** Can it be told who came and went, and what the days to come bring? So it is of what is in force between dates. */
export const moves = ({ source }: Pick<IndicatorType, 'source'>): boolean => source === 'alliances';

/** @throws NOT_FOUND */
export function shapeOf({ facts }: CountingState, code: string): { stock: boolean; moves: boolean } {
  const found = facts.indicators.find((each) => each.code === code);
  if (!found) throw notFound();
  return { stock: isStock(found), moves: moves(found) };
}
