import { Foundations1790000000001 } from './migrations/1790000000001-foundations.js';
import { StrategyAndPeople1790000000002 } from './migrations/1790000000002-strategy-and-people.js';
import { Register1790000000003 } from './migrations/1790000000003-register.js';
import { WorkTogether1790000000004 } from './migrations/1790000000004-work-together.js';
import { AgreementSpans1790000000005 } from './migrations/1790000000005-agreement-spans.js';
import { AgreementLife1790000000006 } from './migrations/1790000000006-agreement-life.js';
import { Files1790000000007 } from './migrations/1790000000007-files.js';
import { Calendars1790000000008 } from './migrations/1790000000008-calendars.js';
import { Minutes1790000000009 } from './migrations/1790000000009-minutes.js';
import { PeopleLeave1790000000010 } from './migrations/1790000000010-people-leave.js';
import { Reminders1790000000011 } from './migrations/1790000000011-reminders.js';
import { CommitmentsAndRelationships1790000000012 } from './migrations/1790000000012-commitments-and-relationships.js';
import { IndicatorDefinitions1790000000014 } from './migrations/1790000000014-indicator-definitions.js';
import { Figures1790000000015 } from './migrations/1790000000015-figures.js';
import { Matrix1790000000016 } from './migrations/1790000000016-matrix.js';
import { Reports1790000000018 } from './migrations/1790000000018-reports.js';
import { Brand1790000000019 } from './migrations/1790000000019-brand.js';
import { ContentPlan1790000000022 } from './migrations/1790000000022-content-plan.js';

/** Oldest first; a new one is added at the end and never changed after it was released. */
export const migrations = [
  Foundations1790000000001,
  StrategyAndPeople1790000000002,
  Register1790000000003,
  WorkTogether1790000000004,
  AgreementSpans1790000000005,
  AgreementLife1790000000006,
  Files1790000000007,
  Calendars1790000000008,
  Minutes1790000000009,
  PeopleLeave1790000000010,
  Reminders1790000000011,
  CommitmentsAndRelationships1790000000012,
  IndicatorDefinitions1790000000014,
  Figures1790000000015,
  Matrix1790000000016,
  Reports1790000000018,
  Brand1790000000019,
  ContentPlan1790000000022,
];
