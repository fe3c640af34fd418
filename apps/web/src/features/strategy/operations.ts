import { graphql } from '../../gql/gql.js';
import type { StrategyQuery } from '../../gql/graphql.js';

export const StrategyOperation = graphql(`
  query Strategy {
    strategy {
      title { es en } fromYear toYear
      axes {
        code label { es en } tactic { es en } fromYear toYear
        results { code label { es en } indicator }
        activities { code label { es en } fromDay toDay activities agreements }
      }
      commemorativeDates { monthDay label { es en } }
      contentPlan { audience fromYear toYear messages { es en } products { es en } media { es en } }
    }
    presidencyTerms { id country fromDay toDay version }
  }
`);

export type Strategy = NonNullable<StrategyQuery['strategy']>;
export type Axis = Strategy['axes'][number];
export type Term = StrategyQuery['presidencyTerms'][number];
