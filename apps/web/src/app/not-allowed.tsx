import { Button } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { IconLock } from '@tabler/icons-react';
import type { Ability } from '@tejido/domain/policy.js';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countryName } from '../ui/countries.js';
import { useTellPageTitle } from '../ui/page-title.js';
import { EmptyState } from '../ui/states.js';
import { NotFound } from './fallbacks.js';
import { useMay } from './session.js';

interface NotAllowedProps {
  title: string;
  /** Who may. */
  body: string;
  back: Pick<LinkProps, 'to' | 'params'>;
  backLabel: string;
}

/** A page that the viewer may know of and not use: says so, who may, and leads back. What they may not see is NotFound instead. */
export function NotAllowed({ title, body, back, backLabel }: NotAllowedProps) {
  useTellPageTitle(title);
  return <EmptyState icon={IconLock} title={title} body={body} actions={<Button variant="default" renderRoot={(props) => <Link {...props} {...back} />}>{backLabel}</Button>} />;
}

/** A form that begins something new, only for whoever may register it. */
export function OnlyToRegister({ ability, list, children }: { ability: Ability; list: LinkProps['to']; children: ReactNode }) {
  const { t } = useTranslation();
  if (useMay(ability)) return <>{children}</>;
  return <NotAllowed title={t('common.notAllowed.registerTitle')} body={t('common.notAllowed.registerBody')} back={{ to: list }} backLabel={t('common.notAllowed.toList')} />;
}

interface Editable { id: string; country?: string | null; viewerCan: readonly string[] }

/** The form that edits a record, only for whoever may amend this one. To others it says who may; what they may not see is not there. */
export function OnlyToAmend<Subject extends Editable>({ record, page, children }: { record: Subject | null | undefined; page: LinkProps['to']; children: (record: Subject) => ReactNode }) {
  const { t, i18n } = useTranslation();
  if (!record) return <NotFound />;
  if (record.viewerCan.includes('amend')) return <>{children(record)}</>;
  const body = record.country ? t('common.notAllowed.amendBody', { country: countryName(record.country, i18n.language) }) : t('common.notAllowed.amendBodyOffice');
  return <NotAllowed title={t('common.notAllowed.amendTitle')} body={body} back={{ to: page, params: { id: record.id } as never }} backLabel={t('common.notAllowed.toProfile')} />;
}
