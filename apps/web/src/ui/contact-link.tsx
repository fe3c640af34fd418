import { Anchor, Text } from '@mantine/core';
import { ExternalLink } from './external-link.js';

/** A contact detail as the link that it can be: mail, telephone, address on the web. */
export function ContactLink({ kind, value }: { kind: string; value: string }) {
  if (kind === 'email') return <Anchor size="sm" href={`mailto:${value}`} style={{ overflowWrap: 'anywhere' }}>{value}</Anchor>;
  if (kind === 'phone') return <Anchor size="sm" href={`tel:${value.replace(/[^\d+]/g, '')}`}>{value}</Anchor>;
  // What a profile is called is written in many ways: only an address is a link.
  return (kind === 'website' || kind === 'social') && /^https?:\/\//i.test(value) ? <ExternalLink href={value} /> : <Text size="sm" component="span" style={{ overflowWrap: 'anywhere' }}>{value}</Text>;
}
