import { Anchor } from '@mantine/core';
import { ExternalLink } from './external-link.js';

/** A contact detail as the link that it can be: mail, telephone, address on the web. */
export function ContactLink({ kind, value }: { kind: string; value: string }) {
  if (kind === 'email') return <Anchor size="sm" href={`mailto:${value}`} style={{ overflowWrap: 'anywhere' }}>{value}</Anchor>;
  if (kind === 'phone') return <Anchor size="sm" href={`tel:${value.replace(/[^\d+]/g, '')}`}>{value}</Anchor>;
  return kind === 'website' || kind === 'social' ? <ExternalLink href={value} /> : <span>{value}</span>;
}
