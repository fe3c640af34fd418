import { Center, Loader } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInAgain } from '../features/session/sign-in-again.js';
import { SignInPage } from '../features/session/sign-in-page.js';
import { ErrorState } from '../ui/states.js';
import { rememberedLanguage, showIn } from './i18n.js';
import { LogMeetingProvider } from './log-meeting.js';
import { errorText } from './problems.js';
import { asRole, SignedInContext, useSession, type Session, type Viewer } from './session.js';
import { Shell } from './shell/shell.js';
import { loadLogMeetingForm } from './slots.js';

/** The page in its frame for a signed-in viewer; the sign-in page, at the same address, for anybody else. */
export function SignedInOnly() {
  const { t } = useTranslation();
  const session = useSession();
  const language = session.data?.viewer?.language;
  useEffect(() => { if (language && !rememberedLanguage()) void showIn(language === 'en' ? 'en' : 'es'); }, [language]);
  if (!session.data && session.error) return <ErrorState message={errorText(t, session.error)} onRetry={() => void session.refetch()} />;
  if (!session.data) return <Center h="60vh"><Loader aria-label={t('common.loading')} /></Center>;
  if (!session.data.viewer) return <SignInPage {...session.data} />;
  return <Frame session={session.data} viewer={{ ...session.data.viewer, role: asRole(session.data.viewer.role) }} />;
}

function Frame({ session, viewer }: { session: Session; viewer: Viewer }) {
  const context = useMemo(() => ({ viewer, coalition: session.coalition }), [viewer, session.coalition]);
  return (
    <SignedInContext value={context}>
      {/* Another viewer starts with fresh pages: nothing typed or filtered by the one before is left on them. */}
      <LogMeetingProvider key={viewer.id} load={viewer.abilities.includes('meeting.log') ? loadLogMeetingForm : null}>
        <Shell><Outlet /></Shell>
      </LogMeetingProvider>
      <SignInAgain viewer={viewer} />
    </SignedInContext>
  );
}
