import { Injectable } from '@nestjs/common';
import type { ActivityFacts, ActivityRegister } from '@tejido/domain/activity-count.js';
import type { AgreementFacts } from '@tejido/domain/agreement-facts.js';
import type { OrganisationFacts } from '@tejido/domain/counting-unit.js';
import type { Term } from '@tejido/domain/presidency.js';
import type { Visibility } from '@tejido/domain/policy.js';
import { Reader } from '../../platform/graphql/read.js';
import type { IndicatorFacts } from './definition-on.js';
import { FACTS, writtenSince } from './facts.statement.js';

/** How a record is named, and for whom. */
export interface Named { title: string; titleEn: string | null; visibility: Visibility; country: string | null; archived: boolean; recordedOn: string }

export interface CountingFacts extends ActivityRegister {
  indicators: IndicatorFacts[];
  organisations: (OrganisationFacts & Named)[];
  agreements: (AgreementFacts & Named)[];
  activities: (ActivityFacts & Named)[];
  themes: string[];
  terms: Term[];
}

/** More answers than a page, its years and its viewers ask of one state of the register. */
const MOST_KEPT = 1000;

/** One state of the register, and what was already counted from it. A write makes a new one. */
export class CountingState {
  private readonly kept = new Map<string, unknown>();

  constructor(readonly facts: CountingFacts) {}

  /** The value kept under the key, made once. The key says everything that the value depends on besides the facts: days, scope of the viewer. */
  once<T>(key: string, make: () => T): T {
    if (this.kept.has(key)) return this.kept.get(key) as T;
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    const made = make();
    this.kept.set(key, made);
    return made;
  }
}

/**
 * All that the indicators count, read in one statement and kept until a counted table is written, by whichever instance:
 * every call asks the audit trail what was added to it since the last one.
 */
@Injectable()
export class Facts {
  private seen = '-1';
  private state: Promise<CountingState> | null = null;

  constructor(private readonly reader: Reader) {}

  async current(): Promise<CountingState> {
    const { last, changed } = (await this.reader.answer<{ last: string; changed: boolean }>(writtenSince(this.seen)))!;
    // Of two calls that asked at once the later answer may come first: never go back.
    if (BigInt(last) > BigInt(this.seen)) {
      this.seen = last;
      if (changed) this.state = null;
    }
    this.state ??= this.read();
    return this.state;
  }

  private read(): Promise<CountingState> {
    const reading = this.reader.answer<CountingFacts>(FACTS).then((facts) => new CountingState(facts!));
    reading.catch(() => { if (this.state === reading) this.state = null; });
    return reading;
  }
}
