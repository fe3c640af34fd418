import { useCallback, useEffect, useRef, useState } from 'react';

const PREFIX = 'tejido.draft.';
const WRITE_AFTER_MS = 300;

export interface Draft<Values> {
  /** What was written before a reload, a crash or an ended session; null when nothing was. Read once, when the form opens. */
  restored: Values | null;
  /** Remember what is written now; written to the browser a moment later. */
  keep: (values: Values) => void;
  /** Forget it: after saving, or when the reader starts over. */
  forget: () => void;
}

/**
 * Keeps a form's values in this browser under `page` (a stable name: 'meeting.new', 'organisation.<id>'), so that
 * nothing typed is lost. Use: `useForm({ initialValues: draft.restored ?? empty, onValuesChange: draft.keep })`.
 * @param afterMs how long after the last key it is written; 0: at once.
 */
export function useDraft<Values>(page: string, { afterMs = WRITE_AFTER_MS }: { afterMs?: number } = {}): Draft<Values> {
  const key = PREFIX + page;
  const [restored] = useState(() => read<Values>(key));
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; write: () => void } | null>(null);
  const keep = useCallback((values: Values) => {
    if (pending.current) clearTimeout(pending.current.timer);
    const write = () => { pending.current = null; store(key, values); };
    if (afterMs === 0) write();
    else pending.current = { timer: setTimeout(write, afterMs), write };
  }, [key, afterMs]);
  const forget = useCallback(() => {
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = null;
    localStorage.removeItem(key);
  }, [key]);
  useEffect(() => {
    const writeNow = () => {
      if (!pending.current) return;
      clearTimeout(pending.current.timer);
      pending.current.write(); // left within the delay: the last keystrokes count too
    };
    window.addEventListener('pagehide', writeNow);
    return () => { window.removeEventListener('pagehide', writeNow); writeNow(); };
  }, [key]);
  return { restored, keep, forget };
}

/** Forgets every draft: on sign-out, because the next reader of this browser may be somebody else. */
export function forgetAllDrafts(): void {
  Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => localStorage.removeItem(key));
}

function read<Values>(key: string): Values | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Values | null;
  } catch {
    return null; // written by an older version or by hand
  }
}

function store(key: string, values: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(values));
  } catch {
    // The browser's store is full or closed: the form still works, it only will not survive a reload.
  }
}
