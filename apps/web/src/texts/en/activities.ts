import type { Texts } from '../shape.js';

export const activities = {
  title: 'Joint activities',
  one: 'Joint activity',
  intro: 'What the coalition does together with other organisations.',
  register: 'Register an activity',
  emptyTitle: 'No activities yet',
  emptyBody: 'Register a campaign, a training, a forum…',
} satisfies Texts['activities'];
