import { describe, expect, it } from '@jest/globals';
import { canPreview, claimedType, contentProblems, fileProblems, LARGEST_FILE } from './file-problems.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('a file as evidence', () => {
  it.each([['Acuerdo.PDF', 'application/pdf'], ['foto.firma.jpeg', 'image/jpeg'], ['acta.docx', DOCX]])('%s claims to be %s', (name, type) => {
    expect(claimedType(name)).toBe(type);
    expect(fileProblems({ name, size: 1 })).toEqual([]);
  });

  it.each(['macro.docm', 'page.html', 'logo.svg', 'acuerdo.pdf.exe', 'pdf', '.docx.zip', ''])('of the name "%s" is not taken', (name) => {
    expect(fileProblems({ name, size: 1 })).toEqual([{ path: 'file', problem: 'file_type_refused' }]);
  });

  it('has something in it, and at most 25 MB', () => {
    expect(fileProblems({ name: 'a.pdf', size: 0 })).toEqual([{ path: 'file', problem: 'file_empty' }]);
    expect(fileProblems({ name: 'a.pdf', size: LARGEST_FILE })).toEqual([]);
    expect(fileProblems({ name: 'a.pdf', size: LARGEST_FILE + 1 })).toEqual([{ path: 'file', problem: 'file_too_large', values: { max: '25 MB' } }]);
  });

  it('is what its name says', () => {
    expect(contentProblems('a.jpeg', 'image/jpeg')).toEqual([]);
    for (const [name, found] of [['a.pdf', 'image/png'], ['a.docx', 'application/zip'], ['a.pdf', null], ['a.exe', null]] as const) {
      expect(contentProblems(name, found)).toEqual([{ path: 'file', problem: 'file_type_mismatch' }]);
    }
  });

  it('is shown in place when a browser runs nothing in it', () => {
    expect(['application/pdf', 'image/png', DOCX, 'text/html'].map(canPreview)).toEqual([true, true, false, false]);
  });
});
