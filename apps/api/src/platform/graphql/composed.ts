import type { GraphQLResolveInfo } from 'graphql';

/** A field with arguments is composed under its response key; its resolver only picks it up: `return composed(row, info)`. */
export const composed = <T>(row: object, info: GraphQLResolveInfo): T => (row as Record<string, T>)[String(info.path.key)] as T;
