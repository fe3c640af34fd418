import { isObjectType, type GraphQLSchema } from 'graphql';

/** What @nestjs/graphql calls the resolver that it gives to each field without one of its own: it reads the property, nothing else. */
const OF_NEST = 'rootFieldResolver';

/**
 * Takes those resolvers off the schema: without one, the compiled query reads the property itself instead of calling a
 * function, with a path and a place for its error, for each of the thousands of values of an answer.
 */
export function withPlainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      // One with a default value answers it for a property that is not there.
      if (field.resolve?.name === OF_NEST && (field.resolve as (row: object) => unknown)({}) === undefined) field.resolve = undefined;
    }
  }
  return schema;
}
