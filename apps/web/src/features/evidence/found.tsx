import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { ExternalLink } from '../../ui/external-link.js';
import { megabytes } from '../../ui/file-drop.js';
import type { EvidenceFile } from './operations.js';
import { PreviewDialog } from './preview.js';

interface Place { file?: EvidenceFile | null; address?: string | null; archiveReference?: string | null }

/** Where it is found: a file opens over the page, an address in a tab of its own. */
export function Found({ file, address, archiveReference }: Place) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      {file && (
        <Text size="sm"><Anchor component="button" type="button" fz="sm" ta="left" onClick={() => setOpened(true)} style={{ overflowWrap: 'anywhere' }}>{file.name}</Anchor> <Text span size="xs" c="gray.7">{megabytes(file.size)}</Text></Text>
      )}
      {address && <div><ExternalLink href={address} /></div>}
      {archiveReference && <Text size="sm">{archiveReference}</Text>}
      {file && opened && <PreviewDialog file={file} onClose={() => setOpened(false)} />}
    </>
  );
}
