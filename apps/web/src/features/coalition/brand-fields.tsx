import { Box, ColorInput, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { contrast, isColour, LEGIBLE_CONTRAST, legibleOnWhite } from '@tejido/domain/colour.js';
import { formatNumber } from '../../ui/numbers.js';
import { LetterheadPreview } from './letterhead-preview.js';
import { PictureField } from './picture-field.js';

/** How the coalition's documents look; pictures are data addresses. */
export interface BrandValues extends Record<string, unknown> {
  addressLine: string;
  logo: string | null;
  cover: string | null;
  primaryColour: string;
  accentColour: string;
}

const SWATCHES = ['#3751b2', '#0b5c86', '#0f766e', '#2f6b2f', '#7a3e9d', '#a3263f', '#b84a14', '#8a6100', '#333b49'];

/** The brand, with a piece of letterhead that shows it while it is chosen. */
export function BrandFields<Values extends BrandValues & { acronym: string; nameEs: string; nameEn: string }>({ form: whole }: { form: UseFormReturnType<Values> }) {
  const { t, i18n } = useTranslation();
  const form = whole as unknown as UseFormReturnType<BrandValues & { acronym: string; nameEs: string; nameEn: string }>;
  const { values } = form;
  const picture = (field: 'logo' | 'cover') => (field === 'logo'
    ? { label: t('coalition.logo'), hint: t('coalition.logoHint'), wrong: t('coalition.logoWrong'), choose: t('coalition.chooseLogo'), remove: t('coalition.removeLogo') }
    : { label: t('coalition.cover'), hint: t('coalition.coverHint'), wrong: t('coalition.coverWrong'), choose: t('coalition.chooseCover'), remove: t('coalition.removeCover') });
  return (
    <Box component="section" mt="md">
      <Title order={3}>{t('coalition.brand')}</Title>
      <Text size="sm" c="gray.7" mb="sm">{t('coalition.brandIntro')}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        <Stack gap="md">
          <TextInput label={t('coalition.addressLine')} description={t('coalition.addressLineHint')} {...form.getInputProps('addressLine')} />
          <PictureField value={values.logo} onChange={(logo) => form.setFieldValue('logo', logo)} error={form.errors['logo']} largest={200} texts={picture('logo')} />
          {(['primaryColour', 'accentColour'] as const).map((field) => (
            <div key={field}>
              <ColorInput label={t(`coalition.${field}`)} format="hex" withEyeDropper={false} swatches={SWATCHES} {...form.getInputProps(field)} />
              <ContrastTold colour={values[field]} />
            </div>
          ))}
          <PictureField value={values.cover} onChange={(cover) => form.setFieldValue('cover', cover)} error={form.errors['cover']} largest={450} texts={picture('cover')} />
        </Stack>
        <LetterheadPreview acronym={values.acronym} name={i18n.language === 'en' ? values.nameEn : values.nameEs} addressLine={values.addressLine} logo={values.logo} cover={values.cover}
          primary={isColour(values.primaryColour) ? values.primaryColour : '#3751b2'} accent={isColour(values.accentColour) ? values.accentColour : '#b84a14'} />
      </SimpleGrid>
    </Box>
  );
}

/** How legible text in the colour is, and what becomes of it when it is not. */
function ContrastTold({ colour }: { colour: string }) {
  const { t, i18n } = useTranslation();
  if (!isColour(colour)) return null;
  const measured = contrast(colour, '#ffffff');
  // Rounded down: 4.49 is not 4.5.
  const ratio = formatNumber(Math.floor(measured * 10) / 10, i18n.language, { minimumFractionDigits: 1 });
  if (measured >= LEGIBLE_CONTRAST) return <Text size="xs" c="gray.7" mt={4}>{t('coalition.contrastGood', { ratio })}</Text>;
  return (
    <Group gap={6} mt={4} align="center" role="status">
      <Text size="xs" c="gray.7">{t('coalition.contrastPoor', { ratio })}</Text>
      <Text size="xs" fw={700} style={{ color: legibleOnWhite(colour) }}>{legibleOnWhite(colour)}</Text>
    </Group>
  );
}
