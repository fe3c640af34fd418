import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** The minutes as a document on the coalition's letterhead, with what the reader may read. */
export function DownloadMenu({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation();
  const address = (kind: 'pdf' | 'docx', language: 'es' | 'en') => `/api/meetings/${meetingId}/minutes.${kind}?language=${language}`;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target><Button variant="default" rightSection={<IconChevronDown size={15} />}>{t('minutes.download')}</Button></Menu.Target>
      <Menu.Dropdown>
        {(['es', 'en'] as const).map((language) => (['pdf', 'docx'] as const).map((kind) => (
          <Menu.Item key={`${language} ${kind}`} component="a" href={address(kind, language)} download leftSection={kind === 'pdf' ? <IconFileTypePdf size={16} stroke={1.6} /> : <IconFileTypeDocx size={16} stroke={1.6} />}>
            {t(`minutes.downloadAs.${kind}`)} · {t(`minutes.language.${language}`)}
          </Menu.Item>
        )))}
      </Menu.Dropdown>
    </Menu>
  );
}
