import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ActivityType } from '../activities/activity.type.js';
import { CommitmentType } from '../commitments/commitment.type.js';
import { MeetingType } from '../meetings/meeting.type.js';
import { AgreementType } from './agreement.type.js';
import './agreement-work.reads.js';

/** What was done under an agreement. */
@Resolver(() => AgreementType)
export class AgreementWorkResolver {
  @ResolveField(() => [MeetingType], { description: 'The latest first' })
  meetings(@Parent() row: { meetings: MeetingType[] }) {
    return row.meetings;
  }

  @ResolveField(() => [ActivityType], { description: 'The latest first' })
  activities(@Parent() row: { activities: ActivityType[] }) {
    return row.activities;
  }

  @ResolveField(() => [CommitmentType], { description: 'Open ones first, by the day they are due' })
  commitments(@Parent() row: { commitments: CommitmentType[] }) {
    return row.commitments;
  }
}
