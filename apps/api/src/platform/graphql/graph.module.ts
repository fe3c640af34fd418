import type { IncomingHttpHeaders } from 'node:http';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import type { GraphContext } from '../access/ability.js';
import { askerOf } from '../http/asker.js';
import { formatErrors } from './error-formatter.js';
import { withPlainFields } from './plain-fields.js';
import { refuseLargeQuery, refuseLongText } from './query-limits.js';

/** Deeper than any page of ours asks; named fragments are counted (Mercurius ≥ 16.10.1). */
const DEEPEST_QUERY = 12;

interface HttpRequest {
  ip: string;
  headers: IncomingHttpHeaders;
  cookies: Record<string, string | undefined>;
}

/** Who asks is known before: see platform/http/asker.ts. */
export const graphModule = () =>
  GraphQLModule.forRoot<MercuriusDriverConfig>({
    driver: MercuriusDriver,
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: withPlainFields,
    jit: 1,
    graphiql: false,
    allowBatchedQueries: false,
    csrfPrevention: true,
    queryDepth: DEEPEST_QUERY,
    validationRules: process.env['NODE_ENV'] === 'development' ? [] : [NoSchemaIntrospectionCustomRule],
    errorFormatter: formatErrors as never,
    hooks: {
      preParsing: async (_schema, source) => refuseLongText(source),
      preValidation: async (_schema, document) => refuseLargeQuery(document),
    },
    context: (request: HttpRequest, reply: GraphContext['reply']): GraphContext => ({ ...askerOf(request), request, reply }),
  });
