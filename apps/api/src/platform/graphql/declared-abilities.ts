import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ABILITY } from '../access/ability.js';

const RESOLVER_TYPE = 'graphql:resolver_type';

// Nest's own names for what its decorators leave on a method.
const ROUTE_PATH = 'path';
const ROUTE_METHOD = 'method';

interface Operation { kind: 'Query' | 'Mutation'; name: string; ability: string | undefined }

/** `name` is method and address: 'GET /files/:id'. */
interface Route { name: string; ability: string | undefined }

/** Deny by default: the server does not start while a query, a mutation or a route declares no ability (`@Needs`). */
@Injectable()
export class DeclaredAbilities implements OnModuleInit {
  constructor(private readonly modules: ModulesContainer) {}

  onModuleInit(): void {
    const undeclared = [...this.operations(), ...this.routes()].filter(({ ability }) => ability === undefined).map(({ name }) => name);
    if (undeclared.length > 0) throw new Error(`no ability declared for: ${undeclared.join(', ')}`);
  }

  /** Every query and mutation with the ability that it declares. */
  *operations(): Generator<Operation> {
    for (const module of this.modules.values()) {
      for (const { metatype } of module.providers.values()) {
        const prototype = (metatype as { prototype?: object } | null)?.prototype;
        if (prototype) yield* operationsOf(prototype);
      }
    }
  }

  /** Every route of the controllers with the ability that it declares. */
  *routes(): Generator<Route> {
    for (const module of this.modules.values()) {
      for (const { metatype } of module.controllers.values()) yield* routesOf(metatype as { prototype: object });
    }
  }
}

function* routesOf(controller: { prototype: object }): Generator<Route> {
  const folder = String(Reflect.getMetadata(ROUTE_PATH, controller) ?? '');
  for (const name of Object.getOwnPropertyNames(controller.prototype)) {
    const handler = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value as object | undefined;
    if (typeof handler !== 'function' || !Reflect.hasMetadata(ROUTE_METHOD, handler)) continue;
    const address = [folder, String(Reflect.getMetadata(ROUTE_PATH, handler))].join('/').split('/').filter(Boolean).join('/');
    const method = RequestMethod[Reflect.getMetadata(ROUTE_METHOD, handler) as RequestMethod];
    yield { name: `${method} /${address}`, ability: Reflect.getMetadata(ABILITY, handler) as string | undefined };
  }
}

function* operationsOf(prototype: object): Generator<Operation> {
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as object | undefined;
    if (typeof method !== 'function') continue;
    const kind = Reflect.getMetadata(RESOLVER_TYPE, method) as string | undefined;
    if (kind === 'Query' || kind === 'Mutation') yield { kind, name, ability: Reflect.getMetadata(ABILITY, method) as string | undefined };
  }
}
