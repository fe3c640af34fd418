import { type Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class FacetValue {
  @Field(() => String) value!: string;
  @Field(() => Int) count!: number;
}

/** Values of one facet with their counts, over what the viewer may see. */
@ObjectType('Facet')
export class FacetType {
  @Field(() => String) name!: string;
  @Field(() => [FacetValue]) values!: FacetValue[];
}

export interface Page<Node> {
  nodes: Node[];
  total: number;
  endCursor: string | null;
  hasMore: boolean;
  facets: FacetType[];
}

/** The contract of a keyset page of `node`. */
export function pageOf<Node>(node: Type<Node>): Type<Page<Node>> {
  @ObjectType({ isAbstract: true })
  class NodePage {
    @Field(() => [node]) nodes!: Node[];
    @Field(() => Int) total!: number;
    @Field(() => String, { nullable: true }) endCursor!: string | null;
    @Field(() => Boolean) hasMore!: boolean;
    @Field(() => [FacetType]) facets!: FacetType[];
  }
  return NodePage as Type<Page<Node>>;
}
