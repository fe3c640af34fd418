import type { Texts } from '../shape.js';

export const network = {
  title: 'Alliance network',
  intro: 'Who is tied to whom, and by which agreement, meeting or relationship.',
  asTable: 'Show as a table',
  asGraph: 'Show as a network',
  emptyTitle: 'Nothing to draw with these filters',
  emptyBody: 'Remove a filter or change the day.',
} satisfies Texts['network'];
