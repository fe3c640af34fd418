import { SegmentedControl, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, LANGUAGES, type Language } from '../../app/i18n.js';
import { useChooseLanguage } from '../../app/language.js';
import { useViewer } from '../../app/session.js';
import { countryName } from '../../ui/countries.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { Section } from '../../ui/section.js';
import { ChangePasswordForm } from './change-password.js';

/** The viewer's own account: who they are here, their language, what other features add, their password. */
export function AccountSection({ children }: { children?: ReactNode }) {
  const { t, i18n } = useTranslation();
  const viewer = useViewer();
  const chooseLanguage = useChooseLanguage();
  return (
    <>
      <Section title={t('settings.account')}>
        <Stack gap="lg">
          <DefinitionList items={[
            { term: t('session.name'), value: viewer.name },
            { term: t('session.email'), value: viewer.email },
            { term: t('settings.role'), value: t(`common.role.${viewer.role}`) },
            { term: t('common.country.label'), value: viewer.country && countryName(viewer.country, i18n.language) },
            {
              term: t('settings.language'),
              value: (
                <SegmentedControl size="xs" value={currentLanguage()} onChange={(language) => chooseLanguage(language as Language)} aria-label={t('settings.language')}
                  data={LANGUAGES.map((language) => ({ value: language, label: t(`common.language.${language}`) }))} />
              ),
            },
          ]} />
        </Stack>
      </Section>
      {children}
      <Section title={t('session.changePassword')}><ChangePasswordForm /></Section>
    </>
  );
}
