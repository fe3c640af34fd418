import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { approvalProblems, decisionLabel, stricter } from './minutes.js';
import { canonicalJson, contentText, mentionsIn, paragraphsOf, readContent, unnamedIn, withNames, type ContentNode } from './minutes-content.js';

const ID = '00000000-0000-4000-8000-00000000000a';
const mention = (id: string): ContentNode => ({ type: 'mention', attrs: { id, kind: 'organisation' } });
const doc = (...inline: ContentNode[]): ContentNode => ({ type: 'doc', content: [{ type: 'paragraph', content: inline }] });
const contentOf = (value: unknown, unnamed: Parameters<typeof readContent>[2] = []) => (readContent(value, 'content', unnamed) as { content: ContentNode }).content;

describe('content', () => {
  it('of plain text comes back as that text', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'é', ' ', '.'), minLength: 1 }).filter((each) => each.trim() !== ''), { minLength: 1 }), (lines) => {
      const content = paragraphsOf(lines.join('\n\n'));
      expect(contentOf(content)).toEqual(content);
      expect(contentText(content)).toBe(lines.map((each) => each.trim()).join('\n'));
    }));
  });

  it('is read as any value may come, and never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => { expect(Object.keys(readContent(value, 'content'))).toHaveLength(1); }));
  });

  it('keeps whom a writer does not see', () => {
    const content = doc({ type: 'text', text: 'Con ' }, mention(ID));
    const seen = withNames(content, () => undefined);
    expect(JSON.stringify(seen)).not.toContain(ID);
    expect(contentOf(seen, unnamedIn(content, () => undefined))).toEqual(content);
    expect('problem' in readContent(seen, 'content')).toBe(true); // without knowing whom it meant it means nobody
    expect(mentionsIn(content)).toEqual([{ kind: 'organisation', id: ID }]);
  });

  it('reads a table as a line a row', () => {
    const cell = (text: string) => ({ type: 'tableCell', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
    expect(contentText({ type: 'doc', content: [{ type: 'table', content: [{ type: 'tableRow', content: [cell('A'), cell('B')] }] }] })).toBe('A | B');
  });
});

it('canonical JSON is the same whatever the order of keys', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
    const turned = Object.fromEntries(Object.entries(value).reverse());
    expect(canonicalJson(turned)).toBe(canonicalJson(value));
    expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  }));
});

describe('approval', () => {
  const round = { state: 'circulated', observationsUntil: '2026-11-30', asked: 2, agreed: 0, unanswered: 0 } as const;
  const codes = (changes: object, today: string) => approvalProblems({ ...round, ...changes }, today).map(({ problem }) => problem);

  it('waits for the window, or for every delegation', () => {
    expect(codes({}, '2026-11-30')).toEqual(['window_open']);
    expect(codes({}, '2026-12-01')).toEqual([]);
    expect(codes({ agreed: 2 }, '2026-11-25')).toEqual([]);
    expect(codes({ asked: 0 }, '2026-11-25')).toEqual(['window_open']); // nobody asked is not everybody
    expect(codes({ unanswered: 1 }, '2026-12-01')).toEqual(['observations_unanswered']);
    expect(codes({ state: 'draft' }, '2026-12-01')).toEqual(['wrong_stage']);
    expect(codes({ state: 'approved' }, '2026-12-01')).toEqual(['read_only']);
  });
});

it('the stricter of two, and the names of decisions', () => {
  expect([stricter(null, null), stricter('country', null), stricter('country', 'secretariat'), stricter('secretariat', 'country')]).toEqual([null, 'country', 'secretariat', 'secretariat']);
  expect([decisionLabel(null, 3), decisionLabel('country', 1), decisionLabel('secretariat', 2)]).toEqual(['3', 'R1', 'S2']);
});
