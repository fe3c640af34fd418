import { invalid, problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import { emptyMapping, FIELDS, KINDS, MISSING, type Kind, type Mapping, type Source } from './mapping.js';

type Json = Record<string, unknown>;

const SOURCE_KEYS = ['column', 'constant', 'template', 'values', 'separator', 'order', 'precision', 'take'];
const RULE_KEYS = {
  names: [...SOURCE_KEYS, 'role', 'language'],
  identifiers: [...SOURCE_KEYS, 'scheme'],
  relations: [...SOURCE_KEYS, 'as', 'scheme', 'types', 'type'],
  organisations: [...SOURCE_KEYS, 'columns', 'as', 'scheme', 'role', 'roleFrom', 'signedOn', 'acronym', 'kind', 'country'],
} as const;
const NESTED_SOURCES = ['roleFrom', 'signedOn', 'acronym', 'kind', 'country'];
const TOP_KEYS = ['kind', 'source', 'table', 'key', 'keep', 'missing', 'order', 'precision', 'fields', ...Object.keys(RULE_KEYS)];
const CHOICES: Record<string, readonly unknown[]> = {
  order: ['dmy', 'mdy'],
  precision: ['day', 'month', 'year'],
  as: ['name', 'country', 'identifier'],
};
const NAME_ROLES = ['name', 'acronym', 'alias', 'former'];

/**
 * The text of a MAP.json as a Mapping. Shorthands: "title": "name" is {"column": "name"}; a field takes one source or
 * a list. Throws INVALID with the path of every mistake: a misspelt key would else be a column silently lost.
 */
export function parseMapping(text: string, kind: Kind): Mapping {
  const json = parseJson(text);
  const problems = topProblems(json, kind);
  refuseIfAny(problems);
  const fields = Object.entries((json.fields ?? {}) as Json).map(([field, source]) => [field, listOf(source).map(asSource)]);
  return {
    ...emptyMapping(kind),
    ...json,
    missing: [...MISSING, ...((json.missing ?? []) as string[])],
    fields: Object.fromEntries(fields) as Mapping['fields'],
    names: rules(json.names),
    identifiers: rules(json.identifiers),
    relations: rules(json.relations),
    organisations: rules(json.organisations),
  } as Mapping;
}

function parseJson(text: string): Json {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (isObject(json)) return json;
  } catch {
    // Falls through to the one refusal.
  }
  throw invalid([problem('map', 'file_unreadable', { reason: 'damaged' })]);
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const asSource = (value: unknown): Source => (typeof value === 'string' ? { column: value } : (value as Source));

function rules<T>(value: unknown): T[] {
  return listOf(value ?? []).map((rule) => {
    const nested = NESTED_SOURCES.filter((key) => (rule as Json)[key] !== undefined);
    return { ...(rule as Json), ...Object.fromEntries(nested.map((key) => [key, asSource((rule as Json)[key])])) } as T;
  });
}

function topProblems(json: Json, kind: Kind): FieldProblem[] {
  const problems = unknownKeys('map', json, TOP_KEYS);
  if (!KINDS.includes(json.kind as Kind) || json.kind !== kind) {
    problems.push(problem('map.kind', 'not_a_choice', { choices: kind }));
  }
  if (json.source !== undefined && typeof json.source !== 'string') problems.push(problem('map.source', 'not_text'));
  for (const list of ['key', 'missing']) problems.push(...textListProblems(`map.${list}`, json[list]));
  problems.push(...choiceProblems('map', json), ...keepProblems(json.keep), ...fieldProblems(json.fields, kind));
  for (const [list, keys] of Object.entries(RULE_KEYS)) problems.push(...ruleProblems(`map.${list}`, json[list], keys));
  return problems;
}

function unknownKeys(path: string, json: Json, known: readonly string[]): FieldProblem[] {
  return Object.keys(json).filter((key) => !known.includes(key))
    .map((key) => problem(`${path}.${key}`, 'not_a_choice', { choices: known.join(', ') }));
}

function textListProblems(path: string, value: unknown): FieldProblem[] {
  const fine = value === undefined || (Array.isArray(value) && value.every((each) => typeof each === 'string'));
  return fine ? [] : [problem(path, 'not_text')];
}

function choiceProblems(path: string, json: Json): FieldProblem[] {
  return Object.entries(CHOICES).filter(([key, choices]) => json[key] !== undefined && !choices.includes(json[key]))
    .map(([key, choices]) => problem(`${path}.${key}`, 'not_a_choice', { choices: choices.join(', ') }));
}

function keepProblems(keep: unknown): FieldProblem[] {
  return listOf(keep ?? []).flatMap((condition, at) => {
    const path = `map.keep.${at}`;
    if (!isObject(condition) || typeof condition.column !== 'string') return [problem(`${path}.column`, 'required')];
    return [...unknownKeys(path, condition, ['column', 'in', 'notIn']),
      ...textListProblems(`${path}.in`, condition.in), ...textListProblems(`${path}.notIn`, condition.notIn)];
  });
}

function fieldProblems(fields: unknown, kind: Kind): FieldProblem[] {
  if (fields === undefined) return [];
  if (!isObject(fields)) return [problem('map.fields', 'required')];
  return Object.entries(fields).flatMap(([field, source]) => {
    const path = `map.fields.${field}`;
    if (!FIELDS[kind].includes(field)) return [problem(path, 'not_a_choice', { choices: FIELDS[kind].join(', ') })];
    return listOf(source).flatMap((each, at) => sourceProblems(Array.isArray(source) ? `${path}.${at}` : path, each, SOURCE_KEYS));
  });
}

function sourceProblems(path: string, source: unknown, keys: readonly string[]): FieldProblem[] {
  if (typeof source === 'string') return [];
  if (!isObject(source)) return [problem(path, 'required')];
  const problems = [...unknownKeys(path, source, keys), ...choiceProblems(path, source)];
  if (!['column', 'columns', 'constant', 'template'].some((key) => typeof source[key] === 'string')) {
    problems.push(problem(`${path}.column`, 'required'));
  }
  for (const expression of ['take', 'columns']) {
    if (source[expression] !== undefined && !isExpression(source[expression])) problems.push(problem(`${path}.${expression}`, 'invalid_characters'));
  }
  if (source.values !== undefined && !isObject(source.values)) problems.push(problem(`${path}.values`, 'required'));
  return problems;
}

function ruleProblems(path: string, value: unknown, keys: readonly string[]): FieldProblem[] {
  return listOf(value ?? []).flatMap((rule, at) => {
    const here = `${path}.${at}`;
    if (!isObject(rule)) return [problem(here, 'required')];
    const problems = sourceProblems(here, rule, keys);
    if (path === 'map.names' && !NAME_ROLES.includes(rule.role as string)) problems.push(problem(`${here}.role`, 'not_a_choice', { choices: NAME_ROLES.join(', ') }));
    if (path === 'map.identifiers' && typeof rule.scheme !== 'string') problems.push(problem(`${here}.scheme`, 'required'));
    if (keys.includes('as') && rule.as === undefined) problems.push(problem(`${here}.as`, 'required'));
    if (rule.as === 'identifier' && typeof rule.scheme !== 'string') problems.push(problem(`${here}.scheme`, 'required'));
    return problems;
  });
}

function isExpression(value: unknown): boolean {
  try {
    return typeof value === 'string' && new RegExp(value, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
