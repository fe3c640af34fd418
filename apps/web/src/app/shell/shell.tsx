import { AppShell, Box } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BANNER_HEIGHT, DemonstrationBanner } from '../../ui/demonstration-banner.js';
import { usePageTitle } from '../../ui/page-title.js';
import { useLogMeeting } from '../log-meeting.js';
import { useCoalition, useViewer } from '../session.js';
import { searchEverything } from '../slots.js';
import { BottomBar } from './bottom-bar.js';
import { Navigation } from './navigation.js';
import { useRememberRecord } from './recent-records.js';
import { SearchPalette } from './search-palette.js';
import classes from './shell.module.css';
import { TopBar } from './top-bar.js';

const BAR = 56; // px, top and bottom bar alike

/** The frame of every page: sections at the left, search and "log a meeting" above, a bottom bar on a phone. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { demonstration } = useCoalition();
  const logMeeting = useLogMeeting();
  const [menu, menuActions] = useDisclosure(false);
  const [search, searchActions] = useDisclosure(false);
  useHotkeys([['mod+K', searchActions.open], ['R', () => logMeeting?.()], ['/', searchActions.open]]);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useFocusOnContent(path);
  useRememberRecord(useViewer().id, path, usePageTitle());
  const banner = demonstration ? BANNER_HEIGHT : { base: 0, sm: 0 };
  return (
    <AppShell layout="default" padding={{ base: 'md', sm: 'xl' }} header={{ height: { base: BAR + banner.base, sm: BAR + banner.sm } }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !menu } }} footer={{ height: { base: BAR, sm: 0 } }}>
      <a href="#content" className="skip-link">{t('nav.skipToContent')}</a>
      <AppShell.Header>
        {demonstration && <DemonstrationBanner />}
        <TopBar height={BAR} menuOpened={menu} onMenu={menuActions.toggle} onSearch={searchActions.open} />
      </AppShell.Header>
      <AppShell.Navbar p="sm" bg="gray.0" aria-label={t('nav.label')}><Navigation onChoose={menuActions.close} /></AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}><Box maw={1320} mx="auto">{children}</Box></AppShell.Main>
      <AppShell.Footer hiddenFrom="sm"><BottomBar onMenu={menuActions.toggle} menuOpened={menu} onChoose={menuActions.close} /></AppShell.Footer>
      <SearchPalette opened={search} onClose={searchActions.close} searchFn={searchEverything} />
    </AppShell>
  );
}

/** On another page the keyboard goes on at its beginning, not at the link in the menu that led there. */
function useFocusOnContent(path: string): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    const content = document.getElementById('content');
    if (!content?.contains(document.activeElement)) content?.focus({ preventScroll: true });
  }, [path]);
}
