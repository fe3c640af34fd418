import { Drawer, Text } from '@mantine/core';
import { createContext, createElement, useCallback, useContext, useEffect, useMemo, useState, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../ui/states.js';
import type { OrganisationOption } from './pickers/find-organisations.js';
import { keepTypedAhead } from '../ui/typed-ahead.js';

export interface LogMeetingFormProps {
  /** The organisation whose page it was opened from: already chosen in the form. */
  organisation?: OrganisationOption;
  /** What is open with the partners chosen: another feature's line. */
  pendingWith?: (partners: readonly { id: string; label: string }[]) => ReactNode;
  /** Saved, or given up: closes the drawer. */
  onDone: () => void;
}

type Open = (organisation?: LogMeetingFormProps['organisation']) => void;

const LogMeetingContext = createContext<Open | null>(null);

/** Opens the form over the page; null when there is no form. */
export const useLogMeeting = (): Open | null => useContext(LogMeetingContext);

type LoadForm = () => Promise<ComponentType<LogMeetingFormProps>>;

/**
 * Holds the drawer that logs a meeting, over whatever page is open. The form is loaded ahead, so that what is typed right after
 * the key that opens it arrives in it.
 */
export function LogMeetingProvider({ load, children }: { load: LoadForm | null; children: ReactNode }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [organisation, setOrganisation] = useState<LogMeetingFormProps['organisation']>();
  const form = useLoadedAhead(load);
  const close = useCallback(() => setOpened(false), []);
  const open = useMemo<Open | null>(() => (load ? (from) => { keepTypedAhead(); setOrganisation(from); setOpened(true); } : null), [load]);
  return (
    <LogMeetingContext value={open}>
      {children}
      {load && (
        <Drawer opened={opened} onClose={close} size="xl" title={<Text fw={600}>{t('nav.logMeeting')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}
          transitionProps={{ duration: 0 }}>
          {form ? createElement(form, { organisation, onDone: close }) : <LoadingState />}
        </Drawer>
      )}
    </LogMeetingContext>
  );
}

/** The form, once it is there; a load that failed is tried again when the network is back. */
function useLoadedAhead(load: LoadForm | null): ComponentType<LogMeetingFormProps> | null {
  const [form, setForm] = useState<ComponentType<LogMeetingFormProps> | null>(null);
  useEffect(() => {
    if (!load || form) return undefined;
    const bring = () => void load().then((loaded) => setForm(() => loaded), () => undefined);
    bring();
    window.addEventListener('online', bring);
    return () => window.removeEventListener('online', bring);
  }, [load, form]);
  return form;
}
