import type { Texts } from '../shape.js';

export const search = {
  open: 'Search',
  placeholder: 'Search organisations, people, agreements…',
  hint: 'Accents do not matter, and misspelt words are found too.',
  goTo: 'Go to',
  actions: 'Actions',
  recent: 'Recently opened',
  registerOrganisation: 'Register an organisation',
  registerAgreement: 'Register an agreement',
  registerActivity: 'Register a joint activity',
  registerProposal: 'Register a proposal',
  nothing: 'Nothing matches “{{text}}”',
  keys: 'to move · Enter to open · Esc to close',
  kinds: {
    organisation: 'Organisations',
    person: 'People',
    agreement: 'Agreements',
    meeting: 'Meetings',
    activity: 'Joint activities',
    commitment: 'Commitments',
  },
} satisfies Texts['search'];
