/** Ids that are no uuid name nothing; PostgreSQL would refuse to compare them. */
export const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
