import {
  useInfiniteQuery, useMutation, useQuery, useQueryClient,
  type UseMutationResult, type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { NoAnswer, request, type Operation } from './graphql.js';

/** The key under which an operation's answer is kept: its name and variables. `invalidate` takes the names. */
export function apiKey(operation: Operation<never, never> | { toString(): string }, variables?: unknown): unknown[] {
  const name = /\b(?:query|mutation)\s+(\w+)/.exec(operation.toString())?.[1] ?? operation.toString();
  return variables === undefined ? [name] : [name, variables];
}

export interface ApiQueryOptions {
  /** False: do not ask yet (a dialog that is closed, an id that is not known). */
  enabled?: boolean;
  /** Keep showing the last answer while the next one loads: for filters and typing, so that the page does not jump. */
  keepPrevious?: boolean;
}

/** Reads with an operation; asked again when the variables change. The answer is shared by all who ask the same. */
export function useApiQuery<Data, Variables>(
  operation: Operation<Data, Variables>, variables: Variables, options: ApiQueryOptions = {},
): UseQueryResult<Data> {
  return useQuery<Data>({
    queryKey: apiKey(operation, variables),
    queryFn: ({ signal }) => request(operation, variables, { signal }),
    enabled: options.enabled ?? true,
    placeholderData: options.keepPrevious ? (previous: unknown) => previous as never : undefined,
  });
}

/** What a keyset page answers: `next` is the cursor after its last row, null at the end. */
export interface PagesOptions<Data, Variables> extends ApiQueryOptions {
  next: (page: Data) => string | null | undefined;
  withCursor: (variables: Variables, cursor: string | null) => Variables;
}

/** Reads page after page: `data.pages` holds those read so far, `fetchNextPage` reads one more. */
export function useApiPages<Data, Variables>(
  operation: Operation<Data, Variables>, variables: Variables, options: PagesOptions<Data, Variables>,
) {
  return useInfiniteQuery({
    queryKey: [...apiKey(operation, variables), 'pages'],
    queryFn: ({ pageParam, signal }) => request(operation, options.withCursor(variables, pageParam), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Data) => options.next(page) ?? null,
    enabled: options.enabled ?? true,
    placeholderData: options.keepPrevious ? (previous: unknown) => previous as never : undefined,
  });
}

export interface ApiMutationOptions<Data> {
  onDone?: (data: Data) => void;
  /** Operations to read again: their documents. All that is on the page is read again when absent. */
  invalidate?: { toString(): string }[];
}

/**
 * Writes with an operation. The same submission keeps its idempotency key while no answer comes, so a second try after
 * a lost answer never writes twice; once the server has answered, the next submission gets a new key.
 */
export function useApiMutation<Data, Variables>(
  operation: Operation<Data, Variables>, options: ApiMutationOptions<Data> = {},
): UseMutationResult<Data, Error, Variables> {
  const client = useQueryClient();
  const unanswered = useRef<{ body: string; key: string } | null>(null);
  return useMutation<Data, Error, Variables>({
    mutationFn: async (variables) => {
      const body = JSON.stringify(variables);
      if (unanswered.current?.body !== body) unanswered.current = { body, key: crypto.randomUUID() };
      return request(operation, variables, { idempotencyKey: unanswered.current.key });
    },
    onError: (error) => { if (!(error instanceof NoAnswer)) unanswered.current = null; },
    onSuccess: async (data) => {
      unanswered.current = null;
      const keys = options.invalidate?.map((each) => apiKey(each));
      await Promise.all(keys?.map((queryKey) => client.invalidateQueries({ queryKey })) ?? [client.invalidateQueries()]);
      options.onDone?.(data);
    },
  });
}
