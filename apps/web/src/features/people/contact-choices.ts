import type { ContactRow } from '@tejido/domain/contact-preview.js';
import type { ContactInput, ContactPostInput } from '../../gql/graphql.js';
import type { PickOption } from '../../ui/pick-or-create.js';

/** What the reader decides of a post's organisation: the one found, another of the register, one to register by its name, or none. */
export type PostChoice = { as: 'match' | 'new' | 'none' } | { as: 'other'; option: PickOption | null };

/** What the reader decides of a card: 'register', 'skip', or the id of whom it adds to. */
export interface CardChoice { card: string; posts: PostChoice[] }

/** What is offered first: the new are registered, the same get what is new, and of the uncertain nothing is done unasked. */
export function firstChoice(row: ContactRow): CardChoice {
  const same = row.candidates.find((each) => each.mayExtend);
  const card = row.verdict === 'new' ? 'register' : row.verdict === 'same' && same ? same.id : 'skip';
  return { card, posts: row.posts.map(({ match, several }) => ({ as: match ? 'match' : several.length > 0 ? 'none' : 'new' })) };
}

/** The cards that are taken, as the server wants them, each with its place in the file. */
export function chosenContacts(rows: readonly ContactRow[], choices: readonly CardChoice[]): { at: number; input: ContactInput }[] {
  return rows.flatMap(({ uid, name, contactPoints, languages, notes, posts }, at) => {
    const { card, posts: chosen } = choices[at]!;
    if (card === 'skip') return [];
    const given = posts.flatMap(({ organisation, post, match }, index): ContactPostInput[] => {
      const choice = chosen[index]!;
      const known = choice.as === 'other' ? choice.option?.id : choice.as === 'match' ? match?.id : undefined;
      if (known) return [{ organisationId: known, post }];
      return choice.as === 'new' ? [{ organisationName: organisation, post }] : [];
    });
    return [{ at, input: { personId: card === 'register' ? null : card, uid, name, contactPoints, languages, notes, posts: given } }];
  });
}

/** A card for which another organisation was to be chosen, and none is. */
export const isUndecided = ({ card, posts }: CardChoice): boolean => card !== 'skip' && posts.some((each) => each.as === 'other' && !each.option);
