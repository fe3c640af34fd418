import { GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';
import { invalid, problem } from '@tejido/domain/error.js';
import { isDay } from '@tejido/domain/day.js';

/** A calendar day, YYYY-MM-DD: no time, no time zone. */
export const Day = new GraphQLScalarType<string, string>({
  name: 'Day',
  description: 'A calendar day, YYYY-MM-DD.',
  serialize: (value) => String(value),
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : null),
});

/** An instant in ISO 8601, UTC. */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'An instant in ISO 8601.',
  serialize: (value) => new Date(value as string | Date).toISOString(),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : null),
});

export const Json = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});

function readDay(value: unknown): string {
  if (typeof value !== 'string' || !isDay(value)) throw invalid([problem('', 'not_a_day')]);
  return value;
}

function readInstant(value: unknown): string {
  const instant = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? new Date(value) : null;
  if (!instant || Number.isNaN(instant.getTime()) || instant.getUTCFullYear() < 1900 || instant.getUTCFullYear() > 2200) {
    throw invalid([problem('', 'not_a_time')]);
  }
  return instant.toISOString();
}
