import { ActionIcon, Burger, Button, Group, Kbd, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconCalendarPlus, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Logo } from '../../ui/logo.js';
import { useLogMeeting } from '../log-meeting.js';
import { useCoalition } from '../session.js';
import { NotificationBell } from '../slots.js';
import classes from './shell.module.css';
import { UserMenu } from './user-menu.js';

const mac = /mac|iphone|ipad/i.test(navigator.userAgent);

interface TopBarProps { height: number; menuOpened: boolean; onMenu: () => void; onSearch: () => void }

/** Name, search, "log a meeting", and the user menu. */
export function TopBar({ height, menuOpened, onMenu, onSearch }: TopBarProps) {
  const { t } = useTranslation();
  const { acronym } = useCoalition();
  const logMeeting = useLogMeeting();
  return (
    <Group h={height} px="md" gap="md" wrap="nowrap" justify="space-between">
      <Group gap="sm" wrap="nowrap" w={{ sm: 232 }}>
        <Burger opened={menuOpened} onClick={onMenu} hiddenFrom="sm" size="sm" aria-label={menuOpened ? t('nav.closeMenu') : t('nav.openMenu')} aria-expanded={menuOpened} />
        <Link to="/" style={{ textDecoration: 'none', color: 'inherit' }} aria-label={`Tejido · ${t('nav.home')}`}>
          <Group gap={9} wrap="nowrap"><Logo size={26} /><Text fw={660} style={{ letterSpacing: '-0.015em' }}>Tejido</Text><Text size="sm" c="gray.6" visibleFrom="sm">{acronym}</Text></Group>
        </Link>
      </Group>
      <Group flex={1} visibleFrom="sm">
        <UnstyledButton className={classes.search} onClick={onSearch} aria-keyshortcuts={mac ? 'Meta+K' : 'Control+K'}>
          <IconSearch size={16} stroke={1.7} aria-hidden /><span style={{ flex: 1 }}>{t('search.open')}…</span><Kbd size="xs">{mac ? '⌘K' : 'Ctrl K'}</Kbd>
        </UnstyledButton>
      </Group>
      <Group gap="sm" wrap="nowrap">
        <ActionIcon variant="subtle" color="gray" size="lg" hiddenFrom="sm" onClick={onSearch} aria-label={t('search.open')}><IconSearch size={20} stroke={1.7} /></ActionIcon>
        {logMeeting && (
          <Tooltip label={<>{t('nav.logMeeting')} <Kbd size="xs">R</Kbd></>}>
            <Button visibleFrom="sm" variant="light" leftSection={<IconCalendarPlus size={16} stroke={1.8} />} onClick={() => logMeeting()} aria-keyshortcuts="R">{t('nav.logMeeting')}</Button>
          </Tooltip>
        )}
        <NotificationBell />
        <UserMenu />
      </Group>
    </Group>
  );
}
