import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import type { Reader } from '../../platform/graphql/read.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import type { AgreementType } from './agreement.type.js';
import { agreementById } from './agreements.reads.js';

/** The agreement as the caller selected it; null when it does not exist for the viewer. */
export const agreementAnswer = (reader: Reader, viewer: Viewer, id: string, info: GraphQLResolveInfo): Promise<AgreementType | null> =>
  (isUuid(id) ? reader.answer(agreementById(reader.reading(viewer), id, { children: selectionOf(info) })) : Promise.resolve(null));
