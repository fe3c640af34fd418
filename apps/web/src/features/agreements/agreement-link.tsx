import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function AgreementLink({ id, children }: { id: string; children: ReactNode }) {
  return <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/acuerdos/$id" params={{ id }} />}>{children}</Anchor>;
}

export function OrganisationLink({ id, children }: { id: string; children: ReactNode }) {
  return <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id }} />}>{children}</Anchor>;
}

/** An agreement's title in the reader's language, where it has one. */
export function useAgreementTitle() {
  const { i18n } = useTranslation();
  return ({ title, titleEn }: { title: string; titleEn?: string | null }): string => (i18n.language === 'en' && titleEn ? titleEn : title);
}
