import { Anchor, VisuallyHidden } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A link to another site. Only http and https become links: an address from data may hold anything. */
export function ExternalLink({ href, children }: { href: string; children?: ReactNode }) {
  const { t } = useTranslation();
  if (!/^https?:\/\//i.test(href)) return <span>{children ?? href}</span>;
  return (
    <Anchor href={href} target="_blank" rel="noopener noreferrer" size="sm" style={{ overflowWrap: 'anywhere' }}>
      {children ?? href.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')} <IconExternalLink size={13} aria-hidden />
      <VisuallyHidden> ({t('common.opensInNewTab')})</VisuallyHidden>
    </Anchor>
  );
}
