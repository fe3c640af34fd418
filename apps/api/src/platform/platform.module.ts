import { Global, Module } from '@nestjs/common';
import { SessionGate } from './access/session-gate.js';
import { Clock } from './clock.js';
import { Work } from './database/work.js';
import { DeclaredAbilities } from './graphql/declared-abilities.js';
import { Reader } from './graphql/read.js';

@Global()
@Module({
  providers: [Clock, Work, Reader, SessionGate, DeclaredAbilities],
  exports: [Clock, Work, Reader, SessionGate],
})
export class PlatformModule {}
