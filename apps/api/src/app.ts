import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { Clock } from './platform/clock.js';
import { furnish, newAdapter } from './platform/http/server.js';

export interface AppOptions {
  /** The application's role on a migrated database. */
  databaseUrl: string;
  /** Folder of the built web app; null serves the API alone. */
  webRoot: string | null;
  /** Host names that requests may name; empty accepts all. */
  hosts: readonly string[];
}

/** The server, ready to listen. */
export async function createApp({ databaseUrl, webRoot, hosts }: AppOptions): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(databaseUrl), newAdapter(), { logger: ['error', 'warn'], abortOnError: false });
  await furnish(app, webRoot, hosts);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const rows = (await app.get(DataSource).query('select time_zone from coalition')) as { time_zone: string }[];
  if (rows[0]) app.get(Clock).useTimeZone(rows[0].time_zone);
  return app;
}
