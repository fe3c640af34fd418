import { useEffect } from 'react';

const PREFIX = 'tejido.recent.';
const MOST = 8;

/** The pages of single records, by the beginning of their address. */
const RECORD = /^\/(organizaciones|personas|acuerdos|reuniones|actividades|propuestas)\/[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** A record's page that the viewer opened on this browser. */
export interface RecentRecord { to: string; label: string }

/** Remembers the record whose page is on the screen, once its name is known. */
export function useRememberRecord(viewerId: string, path: string, title: string): void {
  useEffect(() => {
    if (title === '' || !RECORD.test(path)) return;
    const others = recentRecords(viewerId).filter(({ to }) => to !== path);
    store(viewerId, [{ to: path, label: title }, ...others].slice(0, MOST));
  }, [viewerId, path, title]);
}

/** The records that the viewer opened last, the latest first. */
export function recentRecords(viewerId: string): RecentRecord[] {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + viewerId) ?? '[]') as RecentRecord[];
    return kept.filter((each) => typeof each.to === 'string' && typeof each.label === 'string');
  } catch {
    return []; // written by an older version or by hand
  }
}

/** On sign-out: names of records are not left on a shared browser. */
export function forgetRecentRecords(): void {
  Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => localStorage.removeItem(key));
}

function store(viewerId: string, records: readonly RecentRecord[]): void {
  try {
    localStorage.setItem(PREFIX + viewerId, JSON.stringify(records));
  } catch {
    // The browser's store is full or closed: the palette only has no recent records.
  }
}
