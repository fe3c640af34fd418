/** What a taxonomy is: the column that a rule reads, and whether the strategy file brings its terms. */
interface Taxonomy {
  table: string;
  /** The yes or no that a rule reads; changing it changes figures. */
  flag?: 'is_instrument' | 'counts' | 'contributes' | 'is_good_practice';
  /** Rules depend on its codes: only the labels are edited. */
  fixed?: true;
  /** Read from both ends: a second pair of labels. */
  reversible?: true;
  /** Worded at length: a few words beside, for lists and charts. */
  wordy?: true;
}

/** In the order in which forms name them. */
export const TAXONOMIES: readonly Taxonomy[] = [
  { table: 'audience', fixed: true, wordy: true },
  { table: 'scope', fixed: true },
  { table: 'theme', fixed: true },
  { table: 'work_line', fixed: true },
  { table: 'organisation_kind' },
  { table: 'agreement_kind', flag: 'is_instrument' },
  { table: 'party_role' },
  { table: 'meeting_kind', flag: 'is_good_practice' },
  { table: 'activity_kind', flag: 'counts' },
  { table: 'activity_role', flag: 'contributes' },
  { table: 'relationship_type', reversible: true },
  { table: 'identifier_scheme' },
  { table: 'medium' },
  { table: 'product' },
];

/** The taxonomy of this name; table names reach SQL from this list alone. */
export const taxonomyNamed = (name: string): Taxonomy | undefined => TAXONOMIES.find(({ table }) => table === name);
