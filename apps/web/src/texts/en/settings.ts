import type { Texts } from '../shape.js';

export const settings = {
  title: 'Settings',
  intro: 'Your account, your language and your notifications.',
  introAdmin: 'Your account, who gets in, what the forms offer and the coalition\'s own data.',
  account: 'Your account',
  users: 'Users',
  taxonomies: 'Catalogues',
  numbering: 'Numbering',
  coalition: 'Coalition',
  role: 'Role',
  language: 'Language of the pages',
} satisfies Texts['settings'];
