import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { paragraphsOf } from '@tejido/domain/minutes-content.js';
import { contentText } from '@tejido/domain/minutes-content.js';
import { ApiError, NoAnswer } from '../../app/graphql.js';
import { SectionSaver, type KeptDraft, type SaverNeeds } from './section-saver.js';
import { comparable, type Recorded } from './section-text.js';

const recorded = (version: number, text: string, title = 'Punto'): Recorded => ({ version, text: { title, content: paragraphsOf(text) } });

/** A server with one section and a browser that keeps drafts. */
function aSection(start = recorded(1, 'Antes'), kept: KeptDraft | null = null) {
  const world = { server: start, kept, fails: [] as unknown[], loses: false };
  const needs: SaverNeeds = {
    save: async (version, changes) => {
      const failure = world.fails.shift();
      if (failure) throw failure;
      if (version !== world.server.version) throw new ApiError('CONFLICT_STALE');
      world.server = { version: version + 1, text: { ...world.server.text, ...changes } };
      if (world.loses) { world.loses = false; throw new NoAnswer(); }
      return world.server.version;
    },
    reread: async () => world.server,
    keep: (draft) => { world.kept = draft; },
    forget: () => { world.kept = null; },
  };
  const saver = new SectionSaver(start, kept, needs);
  saver.open();
  return { world, saver, says: () => contentText(saver.now().text.content), stands: () => contentText(world.server.text.content) };
}
const settle = (ms = 6000) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

describe('a section that saves itself', () => {
  it('keeps each key in the browser until the server has it', async () => {
    const { world, saver, stands } = aSection();
    saver.type({ content: paragraphsOf('Nuevo') });
    expect(world.kept?.text.content).toEqual(paragraphsOf('Nuevo'));
    expect(saver.now().state).toBe('waiting');
    await settle();
    expect([stands(), saver.now().state, world.kept]).toEqual(['Nuevo', 'saved', null]);
  });

  it('tells the version of its own last save, for whoever reserves or removes the section right after', async () => {
    const { world, saver } = aSection();
    saver.type({ title: 'Nota interna' });
    await settle();
    saver.received(recorded(1, 'Antes')); // what the page read before
    expect([saver.version(), world.server.version]).toEqual([2, 2]);
  });

  it('saves what was kept when the page is opened again', async () => {
    const { saver, stands } = aSection(recorded(1, 'Antes'), { base: recorded(1, 'Antes'), text: recorded(1, 'Rescatado').text });
    expect(saver.now()).toMatchObject({ restored: true, state: 'waiting' });
    await settle();
    expect(stands()).toBe('Rescatado');
  });

  it('says that it is offline and tries again', async () => {
    const { world, saver, stands } = aSection();
    world.fails = [new NoAnswer()];
    saver.type({ content: paragraphsOf('Sin red') });
    await settle(1500);
    expect([saver.now().state, world.kept === null]).toEqual(['offline', false]);
    await settle();
    expect([stands(), saver.now().state]).toEqual(['Sin red', 'saved']);
  });

  it('does not take its own save for somebody else’s when the answer was lost', async () => {
    const { world, saver, stands } = aSection();
    world.loses = true;
    saver.type({ content: paragraphsOf('Uno') });
    await settle(1500);
    saver.type({ content: paragraphsOf('Uno y dos') });
    await settle();
    expect([stands(), saver.now().state]).toEqual(['Uno y dos', 'saved']);
  });

  it('joins what two changed in different fields, without a question', async () => {
    const { world, saver, says } = aSection();
    world.server = recorded(2, 'Antes', 'Otro título');
    saver.type({ content: paragraphsOf('Mío') });
    await settle();
    expect([saver.now().state, world.server.text.title, says()]).toEqual(['saved', 'Otro título', 'Mío']);
  });

  it('shows both when two wrote the same, and loses neither', async () => {
    for (const [choice, expected] of [['both', 'Suyo\nMío'], ['yours', 'Mío'], ['theirs', 'Suyo']] as const) {
      const { world, saver, stands } = aSection();
      world.server = recorded(2, 'Suyo');
      saver.type({ content: paragraphsOf('Mío') });
      await settle();
      expect([saver.now().state, saver.now().conflicts, stands()]).toEqual(['conflict', ['content'], 'Suyo']);
      expect(world.kept?.text.content).toEqual(paragraphsOf('Mío'));
      saver.resolve(choice);
      await settle();
      expect([choice, stands(), saver.now().state]).toEqual([choice, expected, 'saved']);
    }
  });

  it('keeps what the server refuses', async () => {
    const { world, saver, says } = aSection();
    world.fails = [new ApiError('CONFLICT', [{ path: '', problem: 'wrong_stage' }])];
    saver.type({ content: paragraphsOf('Tarde') });
    await settle();
    expect([saver.now().state, says(), world.kept === null]).toEqual(['refused', 'Tarde', false]);
  });

  it('shows what somebody else saved while nothing is typed here', () => {
    const { saver, says } = aSection();
    saver.received(recorded(2, 'De otra persona'));
    expect([says(), saver.now().revision, saver.now().state]).toEqual(['De otra persona', 1, 'saved']);
  });
});

it('attributes that only the editor or the server adds make no difference', () => {
  const mention = (attrs: object) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: attrs as Record<string, unknown> }] }] });
  expect(comparable(mention({ id: 'x', kind: 'person', label: 'Ana' }))).toBe(comparable(mention({ kind: 'person', id: 'x', mentionSuggestionChar: '@' })));
  expect(comparable(mention({ id: 'x', kind: 'person' }))).not.toBe(comparable(mention({ id: 'y', kind: 'person' })));
});
