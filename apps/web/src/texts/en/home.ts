import type { Texts } from '../shape.js';

export const home = {
  title: 'Home',
  greeting: 'Hello, {{name}}',
  intro: 'What asks for your attention today.',
  alliances: 'Alliances in force',
  activities: 'Joint activities this year',
  target: 'Target for the year: {{value}}',
  overdue: 'Overdue commitments',
  overdueEmpty: 'Nothing is overdue.',
  expiring: 'Agreements that end within 90 days',
  expiringEmpty: 'None ends soon.',
  toVerify: 'Evidence to verify',
  toVerifyEmpty: 'All evidence is verified.',
  recent: 'Recent meetings',
  recentEmpty: 'No meetings yet.',
} satisfies Texts['home'];
