import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A link to an organisation's page. */
export function OrganisationLink({ id, children, ...look }: AnchorProps & { id: string; children: ReactNode }) {
  return <Anchor size="sm" {...look} renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id }} />}>{children}</Anchor>;
}
