import { Anchor, Code, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.js';
import { Section } from '../../ui/section.js';

/** Imports a table of organisations; as docs/import.md has it. */
const IMPORT = 'npm run tejido -- import organisations FILE';

/** What to do in a register that holds no organisation from outside yet. */
export function FirstSteps() {
  const { t } = useTranslation();
  const managesUsers = useMay('user.manage');
  return (
    <Section title={t('home.firstTitle')} intro={t('home.firstIntro')}>
      <List type="ordered" spacing="md">
        <List.Item>
          {managesUsers ? <Anchor fw={600} renderRoot={(props) => <Link {...props} to="/ajustes/usuarios" />}>{t('home.firstUsers')}</Anchor> : <Text span fw={600}>{t('home.firstUsers')}</Text>}
          <Text size="sm" c="gray.7">{t(`home.firstUsersBody.${managesUsers ? 'own' : 'ask'}`)}</Text>
        </List.Item>
        <List.Item>
          <Anchor fw={600} renderRoot={(props) => <Link {...props} to="/organizaciones/nueva" />}>{t('home.firstOrganisation')}</Anchor>
          <Text size="sm" c="gray.7">{t('home.firstOrganisationBody')}</Text>
        </List.Item>
        <List.Item>
          <Text span fw={600}>{t('home.firstImport')}</Text>
          <Text size="sm" c="gray.7">{t('home.firstImportBody')}</Text>
          <Code block mt={6}>{IMPORT}</Code>
        </List.Item>
      </List>
    </Section>
  );
}
