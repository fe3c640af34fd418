import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';

/** A quiet way to the rest of a list. */
export function MoreButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return <Anchor component="button" type="button" size="sm" mt={6} onClick={onClick}>{children}</Anchor>;
}
