import type { Texts } from '../shape.js';

export const commitments = {
  title: 'Commitments',
  one: 'Commitment',
  intro: 'Who owes what, to whom and by when.',
  mine: 'Only mine',
  overdue: 'Overdue',
  emptyTitle: 'No commitments are open',
  emptyBody: 'They come from a meeting or an agreement.',
  text: 'Commitment',
  owner: 'Who owes it',
  beneficiary: 'To whom',
  due: 'By when',
  statusLabel: 'Status',
  meeting: 'From the meeting',
  status: { open: 'Open', overdue: 'Overdue', fulfilled: 'Fulfilled', verified: 'Verified', cancelled: 'Cancelled' },
  fulfil: 'Fulfilled',
  verify: 'Verify',
} satisfies Texts['commitments'];
