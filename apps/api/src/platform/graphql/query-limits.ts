import { Kind, Location, visit, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { DomainError, problem } from '@tejido/domain/error.js';

/** Several times what our largest page asks; safety.md says why each is there. */
export const LIMITS = { characters: 30_000, tokens: 1_000, aliases: 30, directives: 20, fields: 1_000 } as const;

/** Several of these in one request would try several passwords at the price of one. */
const ONCE_A_REQUEST = new Set(['signIn', 'setUp', 'changePassword']);

const tooLarge = (max: number) => new DomainError('TOO_LARGE', [problem('query', 'too_many', { max })]);

/** Before parsing, for parsing itself costs. @throws TOO_LARGE */
export function refuseLongText(source: string): void {
  if (source.length > LIMITS.characters) throw tooLarge(LIMITS.characters);
}

/** Before validation, whose rules grow with the square of the fields. @throws TOO_LARGE, INVALID */
export function refuseLargeQuery(document: DocumentNode): void {
  // Mercurius also takes a document that was parsed elsewhere, as JSON: nobody of ours sends one, and its tokens cannot be counted.
  if (!(document.loc instanceof Location)) throw new DomainError('INVALID', [problem('query', 'not_text')]);
  if (tokensOf(document) > LIMITS.tokens) throw tooLarge(LIMITS.tokens);
  let [aliases, directives] = [0, 0];
  visit(document, { Field: { enter: ({ alias }) => { if (alias) aliases++; } }, Directive: { enter: () => { directives++; } } });
  if (aliases > LIMITS.aliases) throw tooLarge(LIMITS.aliases);
  if (directives > LIMITS.directives) throw tooLarge(LIMITS.directives);
  refuseManyFields(document);
  refuseRepeated(document);
}

function tokensOf(document: DocumentNode): number {
  let count = 0;
  for (let token = document.loc?.startToken.next ?? null; token && count <= LIMITS.tokens; token = token.next) count++;
  return count;
}

/** Fields as they are answered: a fragment counts wherever it is spread. A fragment that spreads itself is validation's matter. */
function refuseManyFields(document: DocumentNode): void {
  const fragments = fragmentsOf(document);
  const known = new Map<string, number>();
  const fieldsOf = (set: SelectionSetNode | undefined, above: readonly string[]): number => {
    let sum = 0;
    for (const each of set?.selections ?? []) {
      if (each.kind === Kind.FIELD) sum += 1 + fieldsOf(each.selectionSet, above);
      else if (each.kind === Kind.INLINE_FRAGMENT) sum += fieldsOf(each.selectionSet, above);
      else sum += fieldsOfFragment(each.name.value, above);
    }
    return sum;
  };
  const fieldsOfFragment = (name: string, above: readonly string[]): number => {
    if (above.includes(name)) return 0;
    const found = known.get(name) ?? fieldsOf(fragments.get(name)?.selectionSet, [...above, name]);
    known.set(name, found);
    return found;
  };
  for (const each of document.definitions) {
    if (each.kind === Kind.OPERATION_DEFINITION && fieldsOf(each.selectionSet, []) > LIMITS.fields) throw tooLarge(LIMITS.fields);
  }
}

function refuseRepeated(document: DocumentNode): void {
  const seen = new Set<string>();
  visit(document, { Field: { enter: ({ name }) => {
    if (!ONCE_A_REQUEST.has(name.value)) return;
    if (seen.has(name.value)) throw new DomainError('INVALID', [problem(name.value, 'duplicate_entry')]);
    seen.add(name.value);
  } } });
}

const fragmentsOf = (document: DocumentNode): Map<string, FragmentDefinitionNode> =>
  new Map(document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])));
