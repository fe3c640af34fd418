import { graphql } from '../../gql/gql.js';
import type { IndicatorsQuery } from '../../gql/graphql.js';

export const Indicators = graphql(`
  query Indicators {
    indicators { code label { es en } definition { es en } nature source unit baselineValue baselineOn targets { year value rationale } }
    presidencyTerms { id country fromDay toDay }
  }
`);

export const IndicatorFigure = graphql(`
  query IndicatorFigure($code: String!, $on: Day, $from: Day, $to: Day, $known: Day) {
    indicatorReport(code: $code, on: $on, from: $from, to: $to, known: $known) {
      value allies instruments participations ever withAlliance withoutAlliance countries from to
      target finalTarget finalYear light progress expected freshness confirmedOn
    }
  }
`);

export const IndicatorWhy = graphql(`
  query IndicatorWhy($code: String!, $on: Day, $from: Day, $to: Day, $known: Day) {
    indicatorReport(code: $code, on: $on, from: $from, to: $to, known: $known) {
      value withheldCounted
      counted { because on record { kind id title } through { kind id title } }
      excluded { reason record { kind id title } }
    }
  }
`);

export const IndicatorMovements = graphql(`
  query IndicatorMovements($code: String!, $from: Day, $to: Day, $known: Day) {
    indicatorMovements(code: $code, from: $from, to: $to, known: $known) {
      from to
      start { value } new { value } reactivated { value } exits { value } renewals { value } end { value }
    }
  }
`);

export const MovementsWhy = graphql(`
  query MovementsWhy($code: String!, $from: Day, $to: Day, $known: Day) {
    indicatorMovements(code: $code, from: $from, to: $to, known: $known) {
      start { ...Movement } new { ...Movement } reactivated { ...Movement } exits { ...Movement } renewals { ...Movement } end { ...Movement }
    }
  }
  fragment Movement on MovementCount {
    value withheldCounted
    counted { because on record { kind id title } through { kind id title } }
    excluded { reason record { kind id title } }
  }
`);

export const IndicatorTrend = graphql(`
  query IndicatorTrend($code: String!, $fromYear: Int!, $toYear: Int!, $known: Day) {
    indicatorTrend(code: $code, fromYear: $fromYear, toYear: $toYear, known: $known) { year value instruments target new reactivated exits renewals running }
  }
`);

export const IndicatorBreakdown = graphql(`
  query IndicatorBreakdown($code: String!, $by: String!, $on: Day, $from: Day, $to: Day, $known: Day) {
    indicatorBreakdown(code: $code, by: $by, on: $on, from: $from, to: $to, known: $known) { dimension additive total cells { key value } }
  }
`);

export type Indicator = IndicatorsQuery['indicators'][number];
export type PresidencyTerm = IndicatorsQuery['presidencyTerms'][number];

/** What counts from the register; the others are filled in by hand. */
export type Source = 'alliances' | 'joint_activities';

/** The years of the strategy that the trend shows. */
export const TREND = { fromYear: 2019, toYear: 2027 } as const;

/** What is chosen on the page, and lives in its address. A stock looks at `on`, a flow at `from` and `to`. */
export interface IndicatorsSearch { code?: string; on?: string; from?: string; to?: string; known?: string; by?: string; why?: boolean }
