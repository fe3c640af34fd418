import { Anchor, Card, Container, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, LANGUAGES } from '../../app/i18n.js';
import { DemonstrationBanner } from '../../ui/demonstration-banner.js';
import { Logo } from '../../ui/logo.js';
import { useTellPageTitle } from '../../ui/page-title.js';

interface FrameProps { title: string; intro: string; demonstration?: boolean; below?: ReactNode; children: ReactNode }

/** The page around sign-in and set-up: the name, a card, the languages. */
export function Frame({ title, intro, demonstration = false, below, children }: FrameProps) {
  const { t } = useTranslation();
  useTellPageTitle(title);
  return (
    <>
      {demonstration && <DemonstrationBanner />}
      <Container component="main" size={420} px="md" py={{ base: 'xl', sm: 64 }}>
        <Group justify="space-between" mb="xl">
          <Group gap={10}><Logo size={32} /><Text fw={680} fz={22} style={{ letterSpacing: '-0.02em' }}>Tejido</Text></Group>
          <Languages />
        </Group>
        <Title order={1} fz={24}>{title}</Title>
        <Text c="gray.7" mt={4} mb="lg" size="sm">{intro}</Text>
        <Card bg="white" padding="xl" shadow="xs">{children}</Card>
        {below}
        <Text size="xs" c="gray.6" mt="xl">{t('session.privacy')}</Text>
      </Container>
    </>
  );
}

function Languages() {
  const { t, i18n } = useTranslation();
  return (
    <Group gap="sm" role="group" aria-label={t('common.language.label')}>
      {LANGUAGES.map((language) => (
        <Anchor key={language} component="button" type="button" size="sm" lang={language} fw={i18n.language === language ? 600 : 400}
          c={i18n.language === language ? 'black' : 'gray.7'} aria-pressed={i18n.language === language} onClick={() => void chooseLanguage(language)}>{t(`common.language.${language}`)}</Anchor>
      ))}
    </Group>
  );
}
