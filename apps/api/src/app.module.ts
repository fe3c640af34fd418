import { Controller, Get, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { entities, featureModules } from './features.js';
import { ANYBODY, Needs } from './platform/access/ability.js';
import { databaseOptions } from './platform/database/data-source.js';
import { graphModule } from './platform/graphql/graph.module.js';
import { PlatformModule } from './platform/platform.module.js';

@Controller()
class HealthController {
  constructor(private readonly database: DataSource) {}

  @Needs(ANYBODY)
  @Get('healthz')
  async health() {
    await this.database.query('select 1');
    return { ok: true };
  }
}

@Module({})
export class AppModule {
  /** @param databaseUrl the application's role, not the owner's. */
  static on(databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [TypeOrmModule.forRoot({ ...databaseOptions(databaseUrl, entities), retryAttempts: 0 }), PlatformModule, graphModule(), ...featureModules],
      controllers: [HealthController],
    };
  }

  /** The same services without what serves: for the command line. A refused row is told by the command, not by the log. */
  static forCommands(databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [TypeOrmModule.forRoot({ ...databaseOptions(databaseUrl, entities), retryAttempts: 0, logging: false }), PlatformModule, ...featureModules],
    };
  }
}
