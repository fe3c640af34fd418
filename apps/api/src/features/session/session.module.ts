import { Module } from '@nestjs/common';
import { SessionResolver } from './session.resolver.js';
import { SessionService } from './session.service.js';

@Module({ providers: [SessionResolver, SessionService], exports: [SessionService] })
export class SessionModule {}
