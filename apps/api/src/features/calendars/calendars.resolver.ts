import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, SIGNED_IN, TheViewer } from '../../platform/access/ability.js';
import { CalendarAddressService } from './calendar-address.service.js';
import { CalendarAddressType, InvitationType } from './invitation.type.js';
import { InvitationsService } from './invitations.service.js';

@Resolver()
export class CalendarsResolver {
  constructor(private readonly invitations: InvitationsService, private readonly addresses: CalendarAddressService) {}

  @Needs('meeting.amend')
  @Query(() => InvitationType, { nullable: true, description: 'To whom the invitation to a meeting would be sent' })
  invitation(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'Of the meeting' }) id: string) {
    return this.invitations.prospect(viewer, id);
  }

  @Needs('meeting.amend')
  @Mutation(() => Int, { description: 'Queues the invitation to those named, each version once; answers how many' })
  sendInvitations(@TheViewer() viewer: Viewer, @Args('meetingId', { type: () => ID }) meetingId: string, @Args('to', { type: () => [String], description: 'Keys of invitees' }) to: string[]) {
    return this.invitations.send(viewer, meetingId, to);
  }

  @Needs(SIGNED_IN)
  @Query(() => CalendarAddressType, { nullable: true })
  async calendarAddress(@TheViewer() viewer: Viewer) {
    const since = await this.addresses.since(viewer);
    return since && { since, address: null };
  }

  @Needs(SIGNED_IN)
  @Mutation(() => CalendarAddressType, { description: 'A new address of the own calendar; an earlier one leads nowhere from then on' })
  async renewCalendarAddress(@TheViewer() viewer: Viewer) {
    const address = await this.addresses.renew(viewer);
    return { since: await this.addresses.since(viewer), address };
  }

  @Needs(SIGNED_IN)
  @Mutation(() => Boolean)
  async revokeCalendarAddress(@TheViewer() viewer: Viewer) {
    await this.addresses.revoke(viewer);
    return true;
  }
}
