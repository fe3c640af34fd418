import { beforeEach, describe, expect, it } from '@jest/globals';
import { renderHook } from '@testing-library/react';
import { forgetAllDrafts, useDraft } from './use-draft.js';

interface Note { text: string }
const open = (page = 'meeting.new') => renderHook(() => useDraft<Note>(page));

describe('useDraft', () => {
  beforeEach(() => localStorage.clear());

  it('gives back what was written when the page is opened again', () => {
    const first = open();
    expect(first.result.current.restored).toBeNull();
    first.result.current.keep({ text: 'Acordamos' });
    first.unmount();
    expect(open().result.current.restored).toEqual({ text: 'Acordamos' });
    expect(open('organisation.1').result.current.restored).toBeNull();
  });

  it('forgets after saving, even what was typed a moment ago', () => {
    const first = open();
    first.result.current.keep({ text: 'x' });
    first.result.current.forget();
    first.unmount();
    expect(open().result.current.restored).toBeNull();
  });

  it('forgets every draft and nothing else on sign-out', () => {
    const first = open();
    first.result.current.keep({ text: 'x' });
    first.unmount();
    localStorage.setItem('tejido.language', 'en');
    forgetAllDrafts();
    expect(open().result.current.restored).toBeNull();
    expect(localStorage.getItem('tejido.language')).toBe('en');
  });

  it('starts empty when the browser holds something broken', () => {
    localStorage.setItem('tejido.draft.meeting.new', '{"text":');
    expect(open().result.current.restored).toBeNull();
  });
});
