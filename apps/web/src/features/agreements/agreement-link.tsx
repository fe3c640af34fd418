import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export function AgreementLink({ id, children }: { id: string; children: ReactNode }) {
  return <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/acuerdos/$id" params={{ id }} />}>{children}</Anchor>;
}

export function OrganisationLink({ id, children }: { id: string; children: ReactNode }) {
  return <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id }} />}>{children}</Anchor>;
}
