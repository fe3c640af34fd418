import { ScrollArea, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../session.js';
import classes from './navigation.module.css';
import { sectionsFor, type NavSection } from './sections.js';

const FOOT: readonly NavSection['key'][] = ['mail', 'settings'];
const GROUPS = [null, 'relations', 'work', 'results'] as const;

/** The sections at the left, in groups; mail and settings at the foot. */
export function Navigation({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation();
  const sections = sectionsFor(useViewer());
  const main = sections.filter((section) => !FOOT.includes(section.key));
  const foot = sections.filter((section) => FOOT.includes(section.key));
  return (
    <>
      <ScrollArea flex={1} type="scroll">
        {GROUPS.map((group) => (
          <div key={group ?? 'first'} className={classes.group}>
            {group && <Text className={classes.groupName}>{t(`nav.${group}`)}</Text>}
            {main.filter((section) => section.group === group).map((section) => <Item key={section.key} section={section} onChoose={onChoose} />)}
          </div>
        ))}
      </ScrollArea>
      {foot.map((section) => <Item key={section.key} section={section} onChoose={onChoose} />)}
    </>
  );
}

function Item({ section, onChoose }: { section: NavSection; onChoose: () => void }) {
  const { t } = useTranslation();
  const Icon = section.icon;
  return (
    <Link to={section.to} className={classes.item} activeOptions={{ exact: section.to === '/' }} activeProps={{ 'aria-current': 'page' }} onClick={onChoose}>
      <Icon size={18} stroke={1.6} aria-hidden />{t(`nav.${section.key}`)}
    </Link>
  );
}
