import { Module } from '@nestjs/common';
import { ContactsController } from './contacts.controller.js';
import { ContactsService } from './contacts.service.js';
import { OrganisationPeopleResolver, PeopleResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';
import { PersonLeavesResolver } from './person-leaves.resolver.js';
import { PostsService } from './posts.service.js';

@Module({ controllers: [ContactsController], providers: [ContactsService, PeopleResolver, OrganisationPeopleResolver, PersonLeavesResolver, PeopleService, PostsService] })
export class PeopleModule {}
