import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ContentNode } from '@tejido/domain/minutes-content.js';
import { request } from '../../app/graphql.js';
import { useDraft } from '../../ui/use-draft.js';
import { SaveSection, SectionsNow, type MinutesSection } from './operations.js';
import { SectionSaver, type KeptDraft, type SaverView } from './section-saver.js';
import type { Recorded } from './section-text.js';

const recordedOf = ({ version, title, content, updatedBy }: { version: number; title: string; content?: unknown; updatedBy?: string | null }): Recorded =>
  ({ version, text: { title, content: content as ContentNode }, by: updatedBy });

/** One section that saves itself as it is typed, with what it looks like now. */
export function useSection(meetingId: string, section: MinutesSection): SaverView & { saver: SectionSaver } {
  // Written at each key: a tab that is closed has no moment left.
  const draft = useDraft<KeptDraft>(`minutes.${section.id}`, { afterMs: 0 });
  const [saver] = useState(() => new SectionSaver(recordedOf(section), draft.restored, {
    save: async (version, changes) => {
      const { saveMinutesSection } = await request(SaveSection, { id: section.id, version, input: changes });
      return saveMinutesSection.minutes!.sections.find((each) => each.id === section.id)!.version;
    },
    reread: async () => {
      const { meeting } = await request(SectionsNow, { id: meetingId });
      const now = meeting?.minutes?.sections.find((each) => each.id === section.id);
      return now ? recordedOf(now) : null;
    },
    keep: draft.keep, forget: draft.forget,
  }));
  useEffect(() => {
    saver.open();
    const back = () => void saver.flush();
    window.addEventListener('online', back);
    return () => { window.removeEventListener('online', back); saver.close(); };
  }, [saver]);
  useEffect(() => saver.received(recordedOf(section)), [saver, section]);
  const view = useSyncExternalStore(saver.subscribe, saver.now);
  return { ...view, saver };
}
