import { Card, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface SectionProps {
  title?: ReactNode;
  /** A number beside the title. */
  count?: number;
  intro?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** True: the content reaches the card's edges (tables, lists). */
  flush?: boolean;
}

/** A titled card: the unit that pages are made of. Its title is an h2. */
export function Section({ title, count, intro, actions, children, flush = false }: SectionProps) {
  return (
    <Card component="section" padding={0} bg="white">
      {(title || actions) && (
        <Group justify="space-between" px="lg" pt="md" pb={flush ? 'sm' : 0} gap="xs">
          <Group gap={8} align="baseline" wrap="nowrap" flex="1 1 150px">
            {title && <Title order={2} size="h3">{title}</Title>}
            {count !== undefined && <Text size="sm" c="gray.6" fw={500}>{count}</Text>}
          </Group>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
      )}
      {intro && <Text size="sm" c="gray.7" px="lg" pt={flush ? 0 : 2} pb={flush ? 'sm' : 0}>{intro}</Text>}
      <div style={flush ? undefined : { padding: 'var(--mantine-spacing-md) var(--mantine-spacing-lg) var(--mantine-spacing-lg)' }}>{children}</div>
    </Card>
  );
}
