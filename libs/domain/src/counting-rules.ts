/**
 * What of an indicator's definition drives its count. The approved version that holds on a day gives them; each source looks at those that
 * concern it (a proposal has no evidence to verify, an activity no kind of instrument).
 */
export interface CountingRules {
  /** What one is: an ally (the strategy counts alliances with organisations) or an instrument. */
  unit: 'ally' | 'instrument';
  /** The kinds of agreement that count; null: every kind that is an instrument. */
  agreementKinds: readonly string[] | null;
  /** Only what a second person has verified. False gives what the number would be once all of it is. */
  verifiedOnly: boolean;
  /** Country offices count with their organisation; false: each office counts by itself. */
  rollUpOffices: boolean;
}

/** The rules as the strategy words them, until a definition says otherwise. */
export const STANDARD_RULES: CountingRules = Object.freeze({ unit: 'ally', agreementKinds: null, verifiedOnly: true, rollUpOffices: true });

/** The part of a cache key that stands for the rules: equal rules, equal key. */
export const rulesKey = ({ unit, ...others }: CountingRules): string => `${unit} ${presenceKey(others)}`;

/** As `rulesKey`, for what does not depend on the unit: the presences in time, of allies and instruments alike. */
export const presenceKey = ({ agreementKinds, verifiedOnly, rollUpOffices }: Omit<CountingRules, 'unit'>): string =>
  `${agreementKinds === null ? '*' : [...agreementKinds].sort().join(',')} ${verifiedOnly ? 'v' : '-'} ${rollUpOffices ? 'r' : '-'}`;
