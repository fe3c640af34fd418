import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { SessionGate } from './access/session-gate.js';
import { Clock } from './clock.js';
import { Statements } from './database/statements.js';
import { Work } from './database/work.js';
import { DeclaredAbilities } from './graphql/declared-abilities.js';
import { Reader } from './graphql/read.js';
import { QuietRefusals } from './http/quiet-refusals.js';

@Global()
@Module({
  providers: [{ provide: APP_FILTER, useClass: QuietRefusals }, Clock, Statements, Work, Reader, SessionGate, DeclaredAbilities],
  exports: [Clock, Statements, Work, Reader, SessionGate],
})
export class PlatformModule {}
