import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { ExternalLink } from '../../ui/external-link.js';
import type { EvidenceFile } from './operations.js';
import { PreviewDialog } from './preview.js';

interface Document { title: string; file?: EvidenceFile | null; address?: string | null; archiveReference?: string | null }

/** A document by its title, in one line: a file opens over the page, an address in a tab of its own; of paper, where it lies. */
export function DocumentLink({ document: { title, file, address, archiveReference } }: { document: Document }) {
  const [opened, setOpened] = useState(false);
  if (file) {
    return (
      <>
        <Anchor component="button" type="button" fz="xs" ta="left" style={{ overflowWrap: 'anywhere' }} onClick={() => setOpened(true)}>{title}</Anchor>
        {opened && <PreviewDialog file={file} onClose={() => setOpened(false)} />}
      </>
    );
  }
  if (address) return <Text size="xs" component="div"><ExternalLink href={address}>{title}</ExternalLink></Text>;
  return <Text size="xs" c="gray.7" style={{ overflowWrap: 'anywhere' }}>{[title, archiveReference].filter(Boolean).join(' · ')}</Text>;
}
