import type { Texts } from '../shape.js';

export const strategy = {
  title: 'Strategy',
  intro: 'The axes, results and activities of the plan.',
  axis: 'Axis',
  result: 'Result',
  activity: 'Activity',
  results: 'Results',
  activities: 'Activities',
  figure: 'see the figure',
  tied_one: '{{count}} joint activity',
  tied_other: '{{count}} joint activities',
  emptyTitle: 'No strategy yet',
  emptyBody: 'An administrator loads it from a file.',
} satisfies Texts['strategy'];
