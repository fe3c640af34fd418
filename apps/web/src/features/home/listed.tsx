import { Anchor, Group, Text } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.js';
import classes from './listed.module.css';

export type Place = Pick<LinkProps, 'to' | 'params' | 'search'>;

export interface Row {
  id: string;
  title: string;
  /** With whom, where, what kind. */
  detail?: ReactNode;
  /** When. */
  aside?: ReactNode;
  /** True: it is late, and the aside says so in words. */
  late?: boolean;
  place: Place;
}

interface ListedProps { title: string; total?: number; rows: readonly Row[]; all?: Place; children?: ReactNode }

/** A short list on the home page: each row leads to its record, the head to the whole list. */
export function Listed({ title, total, rows, all, children }: ListedProps) {
  const { t } = useTranslation();
  return (
    <Section flush title={title} {...(total === undefined ? {} : { count: total })}
      actions={all && <Anchor size="sm" renderRoot={(props) => <Link {...props} {...all} aria-label={`${t('home.seeAll')}: ${title}`} />}>{t('home.seeAll')}</Anchor>}>
      {children}
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link {...row.place} className={classes.row}>
              <div className={classes.main}>
                <Text size="sm" fw={550} className={classes.title}>{row.title}</Text>
                {row.detail && <Text size="xs" c="gray.7" className={classes.detail}>{row.detail}</Text>}
              </div>
              {row.aside && <Text size="xs" fw={row.late ? 600 : 400} c={row.late ? 'red.8' : 'gray.7'} className={classes.aside}>{row.aside}</Text>}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What asks for nothing, in one quiet line instead of empty boxes. */
export function InOrder({ what }: { what: readonly string[] }) {
  const { t } = useTranslation();
  if (what.length === 0) return null;
  return <Group gap={6}><Text size="sm" c="gray.7"><Text span fw={600} size="sm">{t('home.inOrder')}</Text> {what.join(' · ')}</Text></Group>;
}
