export type Theme = 'trafficking' | 'smuggling';

/** An organisation that appears in the demonstration. */
export interface Player {
  key: string;
  name: string;
  nameEn?: string;
  acronym?: string;
  acronymEn?: string;
  audience: string;
  kind: string;
  scope: string;
  seat: string | null;
  countries: readonly string[];
  themes: readonly Theme[];
  description: string;
  /** Named in the strategy: nothing invented about it goes without the mark. */
  real?: true;
  countsWith?: string;
  parent?: string;
}

export const MEMBERS = ['GT', 'BZ', 'HN', 'SV', 'NI', 'CR', 'PA', 'MX', 'DO'] as const;

const THEMES = { T: ['trafficking'], S: ['smuggling'], TS: ['trafficking', 'smuggling'] } as const;

/** Key, name, acronym, kind, scope, countries (the seat first), themes, description, English name. */
export type Told = readonly [string, string, string | null, string, string, string, keyof typeof THEMES, string, string?];

/** Invented organisations of one audience, each told on a line or two. */
export const invented = (audience: string, told: readonly Told[]): Player[] =>
  told.map(([key, name, acronym, kind, scope, countries, themes, description, nameEn]) => ({
    key, name, audience, kind, scope, description, ...(acronym && { acronym }), ...(nameEn && { nameEn }),
    seat: countries.split(' ')[0]!, countries: countries.split(' '), themes: THEMES[themes],
  }));

/** What invention says about a real organisation carries this mark. */
export const MARK = '(demostración)';

export const marked = (text: string, players: readonly Player[]): string =>
  players.some(({ real }) => real) && text !== '' && !text.includes(MARK) ? `${text} ${MARK}` : text;

/** As people say it: the real ones by their well-known acronyms. */
export const shortName = ({ real, acronym, name }: Player): string => (real ? acronym ?? name : name);
