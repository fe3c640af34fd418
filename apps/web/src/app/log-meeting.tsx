import { Drawer, Text } from '@mantine/core';
import { createContext, Suspense, useCallback, useContext, useMemo, useState, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../ui/states.js';

export interface LogMeetingFormProps {
  /** The organisation whose page it was opened from: already chosen in the form. */
  organisation?: { id: string; label: string };
  /** Saved, or given up: closes the drawer. */
  onDone: () => void;
}

type Open = (organisation?: LogMeetingFormProps['organisation']) => void;

const LogMeetingContext = createContext<Open | null>(null);

/** Opens the form over the page; null when there is no form. */
export const useLogMeeting = (): Open | null => useContext(LogMeetingContext);

/** Holds the drawer that logs a meeting, over whatever page is open. */
export function LogMeetingProvider({ form: Form, children }: { form: ComponentType<LogMeetingFormProps> | null; children: ReactNode }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [organisation, setOrganisation] = useState<LogMeetingFormProps['organisation']>();
  const close = useCallback(() => setOpened(false), []);
  const open = useMemo<Open | null>(() => (Form ? (from) => { setOrganisation(from); setOpened(true); } : null), [Form]);
  return (
    <LogMeetingContext value={open}>
      {children}
      {Form && (
        <Drawer opened={opened} onClose={close} size="xl" title={<Text fw={600}>{t('nav.logMeeting')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
          <Suspense fallback={<LoadingState />}><Form organisation={organisation} onDone={close} /></Suspense>
        </Drawer>
      )}
    </LogMeetingContext>
  );
}
