import type { CountingRules } from '@tejido/domain/counting-rules.js';
import { STANDARD_RULES } from '@tejido/domain/counting-rules.js';
import { type DefinitionVersion, versionOn } from '@tejido/domain/indicator-definition.js';
import { notFound } from '@tejido/domain/error.js';
import type { CountingState } from './facts.js';
import type { Source } from './figures.js';
import type { IndicatorType } from './indicator.type.js';

interface InBoth { es: string; en: string }

/** An approved version of a definition, with the parameters that drive the count. */
export interface DefinitionFacts extends DefinitionVersion, Omit<CountingRules, 'unit'> {
  unit: string;
  direction: string;
  texts: Partial<Record<string, InBoth>>;
}

/** An indicator with every approved version of its definition. */
export interface IndicatorFacts extends Omit<IndicatorType, 'definition' | 'unit' | 'definitionVersion' | 'definitionValidFrom'> {
  definitions: DefinitionFacts[];
  lastApprovedOn: string | null;
}

/** An indicator as one version of its definition has it. */
export interface DefinedIndicator extends IndicatorType {
  lastApprovedOn: string | null;
  rules: CountingRules;
}

export interface CountedIndicator extends DefinedIndicator { source: Source }

/** The indicator by the definition that holds on a day: the one answer to "counted by what?". A snapshot keeps the one that it was made with. */
export function definedOn({ definitions, ...indicator }: IndicatorFacts, day: string): DefinedIndicator {
  const version = versionOn(definitions, day);
  return {
    ...indicator, unit: version?.unit ?? 'other', definition: version?.texts['definition'] ?? { es: '', en: '' },
    definitionVersion: version?.number ?? 0, definitionValidFrom: version?.validFrom ?? null, rules: version ? rulesOf(version) : STANDARD_RULES,
  };
}

/** @throws NOT_FOUND for what is not counted from the register */
export function countedIndicator({ facts }: CountingState, code: string, day: string): CountedIndicator {
  const found = facts.indicators.find((each) => each.code === code);
  if (!found || found.source === 'by_hand') throw notFound();
  return definedOn(found, day) as CountedIndicator;
}

/** The rules by which alliances are counted on a day, whatever the indicator that counts them is called. */
export function allianceRules({ facts }: CountingState, day: string): CountingRules {
  const found = facts.indicators.find(({ source }) => source === 'alliances');
  return found ? definedOn(found, day).rules : STANDARD_RULES;
}

const rulesOf = ({ unit, agreementKinds, verifiedOnly, rollUpOffices }: DefinitionFacts): CountingRules =>
  ({ unit: unit === 'instrument' ? 'instrument' : 'ally', agreementKinds, verifiedOnly, rollUpOffices });
