import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { featureModules } from './features.js';

// Writes the schema of all features without a database: `node dist/emit-schema.js libs/api-schema/schema.graphql`.
const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
const providers = featureModules.flatMap((module) => (Reflect.getMetadata('providers', module) ?? []) as Type[]);
const resolvers = providers.filter((provider) => Reflect.hasMetadata('graphql:resolver_type', provider) || provider.name.endsWith('Resolver'));
const schema = await app.get(GraphQLSchemaFactory).create(resolvers);
writeFileSync(process.argv[2]!, `${printSchema(lexicographicSortSchema(schema))}\n`);
await app.close();
