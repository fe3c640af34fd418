import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconCalendarPlus, IconMenu2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLogMeeting } from '../log-meeting.js';
import { SECTIONS } from './sections.js';
import classes from './shell.module.css';

const ON_PHONE = ['home', 'organisations', 'commitments'];

interface BottomBarProps { menuOpened: boolean; onMenu: () => void; onChoose: () => void }

/** On a phone, under the thumb: the most used sections, "log a meeting", and the menu. */
export function BottomBar({ menuOpened, onMenu, onChoose }: BottomBarProps) {
  const { t } = useTranslation();
  const logMeeting = useLogMeeting();
  return (
    <nav className={classes.bottom} aria-label={t('nav.label')}>
      {SECTIONS.filter((section) => ON_PHONE.includes(section.key)).map(({ key, to, icon: Icon }) => (
        <Link key={key} to={to} className={classes.tab} activeOptions={{ exact: to === '/' }} activeProps={{ 'aria-current': 'page' }} onClick={onChoose}>
          <Icon size={21} stroke={1.6} aria-hidden /><span>{t(key === 'organisations' ? 'nav.organisationsShort' : `nav.${key}`)}</span>
        </Link>
      ))}
      {logMeeting && (
        <UnstyledButton className={classes.tab} aria-label={t('nav.logMeeting')} onClick={() => { onChoose(); logMeeting(); }}>
          <IconCalendarPlus size={21} stroke={1.6} aria-hidden /><span>{t('nav.logMeetingShort')}</span>
        </UnstyledButton>
      )}
      <UnstyledButton className={classes.tab} onClick={onMenu} aria-expanded={menuOpened}><IconMenu2 size={21} stroke={1.6} aria-hidden /><span>{t('nav.more')}</span></UnstyledButton>
    </nav>
  );
}
