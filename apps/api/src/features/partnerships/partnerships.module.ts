import { Module } from '@nestjs/common';
import { PartnershipsResolver } from './partnerships.resolver.js';

@Module({ providers: [PartnershipsResolver] })
export class PartnershipsModule {}
