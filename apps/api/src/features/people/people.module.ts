import { Module } from '@nestjs/common';
import { OrganisationPeopleResolver, PeopleResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';
import { PersonLeavesResolver } from './person-leaves.resolver.js';
import { PostsService } from './posts.service.js';

@Module({ providers: [PeopleResolver, OrganisationPeopleResolver, PersonLeavesResolver, PeopleService, PostsService] })
export class PeopleModule {}
