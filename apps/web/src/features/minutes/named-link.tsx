import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';

/** Where a mention leads. */
export const linkToNamed = (kind: string, id: string, label: string) => (
  kind === 'person'
    ? <Anchor inherit renderRoot={(props) => <Link {...props} to="/personas/$id" params={{ id }} />}>{label}</Anchor>
    : <Anchor inherit renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id }} />}>{label}</Anchor>
);
