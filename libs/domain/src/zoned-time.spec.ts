import { describe, expect, it } from '@jest/globals';
import { addMinutes, instantAt, knownZone, localTimeAt } from './zoned-time.js';

describe('the time of a place', () => {
  it('is the same instant in every zone', () => {
    expect(instantAt('2026-11-25T10:00:00', 'America/Tegucigalpa').toISOString()).toBe('2026-11-25T16:00:00.000Z');
    expect(instantAt('2026-07-25T10:00:00', 'Europe/Madrid').toISOString()).toBe('2026-07-25T08:00:00.000Z');
    expect(localTimeAt(new Date('2026-11-25T03:30:00Z'), 'America/Panama')).toBe('2026-11-24T22:30:00');
    expect(localTimeAt(new Date('2026-11-25T06:00:00Z'), 'America/Guatemala')).toBe('2026-11-25T00:00:00');
  });

  it('keeps to RFC 5545 when clocks are put forward or back', () => {
    // 02:30 did not occur in New York on 8 March 2026: it counts from the offset before the change.
    expect(instantAt('2026-03-08T02:30:00', 'America/New_York').toISOString()).toBe('2026-03-08T07:30:00.000Z');
    // 01:30 occurred twice on 1 November: the first.
    expect(instantAt('2026-11-01T01:30:00', 'America/New_York').toISOString()).toBe('2026-11-01T05:30:00.000Z');
    expect(instantAt('2026-11-01T02:30:00', 'America/New_York').toISOString()).toBe('2026-11-01T07:30:00.000Z');
    expect(instantAt('2026-04-05T02:30:00', 'Australia/Sydney').toISOString()).toBe('2026-04-04T15:30:00.000Z');
  });

  it('knows a zone by any of its names and takes no offset for one', () => {
    expect(knownZone('US/Central')).toBe('America/Chicago');
    expect(knownZone('America/Belize')).toBe('America/Belize');
    expect([knownZone('+06:00'), knownZone('Central America Standard Time'), knownZone('Mars/Base'), knownZone('')]).toEqual([null, null, null, null]);
  });

  it('counts minutes over midnight', () => {
    expect(addMinutes('2026-12-31T23:30:00', 45)).toBe('2027-01-01T00:15:00');
  });
});
