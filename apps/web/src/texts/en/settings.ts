import type { Texts } from '../shape.js';

export const settings = {
  title: 'Settings',
  intro: 'Your account and your language.',
  account: 'Your account',
  role: 'Role',
  language: 'Interface language',
} satisfies Texts['settings'];
