import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ABILITY } from '../access/ability.js';

const RESOLVER_TYPE = 'graphql:resolver_type';

/** Deny by default: the server does not start while a query or mutation declares no ability (`@Needs`). */
@Injectable()
export class DeclaredAbilities implements OnModuleInit {
  constructor(private readonly modules: ModulesContainer) {}

  onModuleInit(): void {
    const undeclared = [...this.operations()].filter(({ ability }) => ability === undefined).map(({ name }) => name);
    if (undeclared.length > 0) throw new Error(`no ability declared for: ${undeclared.join(', ')}`);
  }

  /** Every query and mutation with the ability that it declares. */
  *operations(): Generator<{ kind: 'Query' | 'Mutation'; name: string; ability: string | undefined }> {
    for (const module of this.modules.values()) {
      for (const { metatype } of module.providers.values()) {
        const prototype = (metatype as { prototype?: object } | null)?.prototype;
        if (prototype) yield* operationsOf(prototype);
      }
    }
  }
}

function* operationsOf(prototype: object): Generator<{ kind: 'Query' | 'Mutation'; name: string; ability: string | undefined }> {
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as object | undefined;
    if (typeof method !== 'function') continue;
    const kind = Reflect.getMetadata(RESOLVER_TYPE, method) as string | undefined;
    if (kind === 'Query' || kind === 'Mutation') yield { kind, name, ability: Reflect.getMetadata(ABILITY, method) as string | undefined };
  }
}
