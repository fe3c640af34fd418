import { afterEach, describe, expect, it } from '@jest/globals';
import { act, renderHook, waitFor } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { ApiError, NoAnswer, request, type Operation } from './graphql.js';
import { newQueryClient } from './providers.js';
import { armGate, openGate } from './session-gate.js';
import { refused, serverAnswers } from '../../test/support.js';
import { useApiMutation } from './use-api.js';

type Saved = { save: boolean };
const Save = 'mutation Save($name: String!) { save(name: $name) }' as unknown as Operation<Saved, { name: string }>;
const Read = 'query Read { read }' as unknown as Operation<{ read: number }, Record<string, never>>;
const done = { data: { save: true } };

afterEach(() => { armGate(false); openGate(false); });

describe('request', () => {
  it('sends a key with mutations only, and the client header with both', async () => {
    const sent = serverAnswers((_, index) => (index === 0 ? { data: { read: 1 } } : done));
    await request(Read, {});
    await request(Save, { name: 'a' });
    expect(sent[0]!.headers).toMatchObject({ 'x-tejido-client': 'web', 'content-type': 'application/json' });
    expect(sent[0]!.headers['idempotency-key']).toBeUndefined();
    expect(sent[1]!.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('throws the refusal with its fields; a code it does not know is INTERNAL', async () => {
    serverAnswers(() => refused('INVALID', [{ path: 'input.name', problem: 'required' }]));
    await expect(request(Save, { name: '' })).rejects.toMatchObject({ code: 'INVALID', fields: [{ path: 'input.name', problem: 'required' }] });
    serverAnswers(() => refused('SOMETHING_ELSE'));
    await expect(request(Save, { name: '' })).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('tells a lost connection from a refusal', async () => {
    serverAnswers(() => { throw new TypeError('Failed to fetch'); });
    await expect(request(Read, {})).rejects.toBeInstanceOf(NoAnswer);
  });

  it('waits for a new sign-in and sends the same again, with the same key', async () => {
    armGate(true);
    const sent = serverAnswers((_, index) => (index === 0 ? refused('NOT_SIGNED_IN') : done));
    const answer = request(Save, { name: 'a' });
    await waitFor(() => expect(sent).toHaveLength(1));
    openGate(true);
    await expect(answer).resolves.toEqual({ save: true });
    expect(sent[1]).toEqual(sent[0]);
  });

  it('gives the refusal up when nobody was signed in, or the reader gives up', async () => {
    serverAnswers(() => refused('NOT_SIGNED_IN'));
    await expect(request(Read, {})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    armGate(true);
    const outcome = request(Read, {}).catch((error: unknown) => error);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    openGate(false);
    expect(await outcome).toBeInstanceOf(ApiError);
  });
});

describe('useApiMutation', () => {
  it('keeps the key while no answer comes, and takes a new one after an answer or a change', async () => {
    const client = newQueryClient();
    const { result } = renderHook(() => useApiMutation(Save), { wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider> });
    const sent = serverAnswers((_, index) => { if (index === 0) throw new TypeError('away'); return done; });
    const send = (name: string) => act(() => result.current.mutateAsync({ name }).catch(() => undefined));
    await send('a'); // lost
    await send('a'); // answered
    await send('a'); // a new submission
    await send('b');
    const keys = sent.map((each) => each.headers['idempotency-key']);
    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(3);
  });
});
