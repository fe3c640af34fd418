import {
  getArgumentValues, getDirectiveValues, getNamedType, GraphQLIncludeDirective, GraphQLSkipDirective, isObjectType,
  type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, type SelectionSetNode,
} from 'graphql';
import { invalid, problem } from '@tejido/domain/error.js';

/** One selected field: under `key` the composed answer carries its value. */
export interface Selection {
  key: string;
  field: string;
  args: Readonly<Record<string, unknown>>;
  children: Selection[];
}

// PostgreSQL cuts longer column names, and the answer would lose the field.
const LONGEST_KEY = 63;

/**
 * What a root field's caller selected below it, fragments and @skip/@include resolved.
 * Fields with arguments are kept under their response key, others under their own name, so that aliases stay apart.
 */
export function selectionOf(info: GraphQLResolveInfo): Selection[] {
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) return [];
  return merged(info.fieldNodes.flatMap((node) => childrenOf(node.selectionSet, type, info)));
}

/** The selection of one named child, or none: `child(selection, 'nodes')`. */
export const child = (selections: readonly Selection[], field: string): Selection | undefined =>
  selections.find((each) => each.field === field);

function childrenOf(set: SelectionSetNode | undefined, type: GraphQLObjectType, info: GraphQLResolveInfo): Selection[] {
  const found: Selection[] = [];
  for (const node of set?.selections ?? []) {
    if (!included(node, info)) continue;
    if (node.kind === 'Field') {
      if (!node.name.value.startsWith('__')) found.push(fieldSelection(node, type, info));
    } else {
      const inner = node.kind === 'InlineFragment' ? node.selectionSet : info.fragments[node.name.value]?.selectionSet;
      found.push(...childrenOf(inner, type, info));
    }
  }
  return found;
}

function fieldSelection(node: FieldNode, type: GraphQLObjectType, info: GraphQLResolveInfo): Selection {
  const definition = type.getFields()[node.name.value]!;
  const inner = getNamedType(definition.type);
  const key = definition.args.length > 0 ? (node.alias?.value ?? node.name.value) : node.name.value;
  if (key.length > LONGEST_KEY) throw invalid([problem(key, 'too_long', { max: LONGEST_KEY })]);
  return {
    key,
    field: node.name.value,
    args: definition.args.length > 0 ? getArgumentValues(definition, node, info.variableValues) : {},
    children: isObjectType(inner) ? childrenOf(node.selectionSet, inner, info) : [],
  };
}

function included(node: Parameters<typeof getDirectiveValues>[1] & {}, info: GraphQLResolveInfo): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, info.variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

function merged(selections: Selection[]): Selection[] {
  const byKey = new Map<string, Selection>();
  for (const each of selections) {
    const known = byKey.get(each.key);
    byKey.set(each.key, known ? { ...known, children: [...known.children, ...each.children] } : each);
  }
  return [...byKey.values()].map((each) => ({ ...each, children: merged(each.children) }));
}
