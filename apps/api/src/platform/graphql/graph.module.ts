import type { IncomingHttpHeaders } from 'node:http';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import type { GraphContext } from '../access/ability.js';
import { SessionGate } from '../access/session-gate.js';
import { formatErrors } from './error-formatter.js';

/** Deeper than any page of ours asks; named fragments are counted (Mercurius ≥ 16.10.1). */
const DEEPEST_QUERY = 12;

interface HttpRequest {
  ip: string;
  headers: IncomingHttpHeaders;
  cookies: Record<string, string | undefined>;
}

/** `gate` knows who asks; it is provided by the feature that keeps sessions. */
export const graphModule = () =>
  GraphQLModule.forRootAsync<MercuriusDriverConfig>({
    driver: MercuriusDriver,
    inject: [SessionGate],
    useFactory: (gate: SessionGate) => ({
      autoSchemaFile: true,
      sortSchema: true,
      jit: 1,
      graphiql: false,
      allowBatchedQueries: false,
      csrfPrevention: true,
      queryDepth: DEEPEST_QUERY,
      validationRules: process.env['NODE_ENV'] === 'development' ? [] : [NoSchemaIntrospectionCustomRule],
      errorFormatter: formatErrors as never,
      context: async (request: HttpRequest, reply: GraphContext['reply']): Promise<GraphContext> => {
        const { viewer, session } = await gate.viewerOf(request.cookies);
        return { viewer, session, request, reply };
      },
    }),
  });
