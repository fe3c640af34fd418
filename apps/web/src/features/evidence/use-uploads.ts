import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { request } from '../../app/graphql.js';
import { uploadFile } from '../../app/upload.js';
import { AddActivityEvidence, AddAgreementEvidence, type Proven } from './operations.js';

/** A file on its way: sent (share of 1), being recorded, or stopped by an error. */
export interface Upload { key: number; file: File; share: number; error: Error | null }

export interface UploadList {
  all: readonly Upload[];
  send: (files: File[]) => void;
  /** Once more, after the line broke. */
  retry: (key: number) => void;
  /** Takes it off the list; one on its way is broken off, and leaves nothing on the server. */
  dismiss: (key: number) => void;
}

/** Sends files, each by itself: one that is refused stops no other. What arrives becomes evidence at once, titled as the file is named. */
export function useUploads(proven: Proven): UploadList {
  const client = useQueryClient();
  const [all, setAll] = useState<readonly Upload[]>([]);
  const [controls] = useState(() => new Map<number, AbortController>());
  const next = useRef(0);
  useEffect(() => () => controls.forEach((control) => control.abort()), [controls]);
  const change = (key: number, patch: Partial<Upload>) => setAll((now) => now.map((each) => (each.key === key ? { ...each, ...patch } : each)));
  const drop = (key: number) => setAll((now) => now.filter((each) => each.key !== key));

  const run = async (key: number, file: File) => {
    const control = new AbortController();
    controls.set(key, control);
    try {
      const { id: fileId } = await uploadFile(file, { signal: control.signal, onProgress: (share) => change(key, { share }) });
      change(key, { share: 1 });
      await record(proven, { title: titleOf(file.name), fileId });
      drop(key);
      await client.invalidateQueries();
    } catch (error) {
      if (!control.signal.aborted) change(key, { error: error as Error });
    } finally {
      controls.delete(key);
    }
  };
  const send = (files: File[]) => {
    const fresh = files.map((file) => ({ key: next.current++, file, share: 0, error: null }));
    setAll((now) => [...now, ...fresh]);
    for (const { key, file } of fresh) void run(key, file);
  };
  const retry = (key: number) => {
    const found = all.find((each) => each.key === key);
    if (!found) return;
    change(key, { error: null, share: 0 });
    void run(key, found.file);
  };
  const dismiss = (key: number) => {
    controls.get(key)?.abort();
    drop(key);
  };
  return { all, send, retry, dismiss };
}

const record = ({ kind, id }: Proven, input: { title: string; fileId: string }): Promise<unknown> =>
  (kind === 'agreement' ? request(AddAgreementEvidence, { id, input }) : request(AddActivityEvidence, { id, input }));

/** 'Memorando_firmado-2026.pdf' → 'Memorando firmado-2026' */
export const titleOf = (fileName: string): string => fileName.normalize('NFC').replace(/\.\w{1,5}$/, '').replace(/_+/g, ' ').trim().slice(0, 300) || fileName;
