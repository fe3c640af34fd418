/** Readers of an address's search parameters: what is not of the right shape is left out. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function textsOf(value: unknown): string[] | undefined {
  const list = (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string' && each !== '');
  return list.length > 0 ? list : undefined;
}

export const uuidOf = (value: unknown): string | undefined =>
  (typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : undefined);
