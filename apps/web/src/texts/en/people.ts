import type { Texts } from '../shape.js';

export const people = {
  title: 'People',
  one: 'Person',
  intro: 'Who is who at each organisation.',
  register: 'Register a person',
  emptyTitle: 'No people yet',
  emptyBody: 'They are added when a meeting is logged.',
  posts: 'Posts',
  former: 'former',
  contact: 'Contact',
  search: 'Search by name or organisation',
} satisfies Texts['people'];
