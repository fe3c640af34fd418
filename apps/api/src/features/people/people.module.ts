import { Module } from '@nestjs/common';
import { OrganisationPeopleResolver, PeopleResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';

@Module({ providers: [PeopleResolver, OrganisationPeopleResolver, PeopleService] })
export class PeopleModule {}
