import { ScrollArea, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AGREEMENT_VIEWS, type AgreementsView } from './agreements-search.js';

/** How the agreements are looked at; on a phone the choices are slid sideways. */
export function ViewTabs({ view, onView }: { view: AgreementsView; onView: (view: AgreementsView) => void }) {
  const { t } = useTranslation();
  return (
    <ScrollArea type="never" mb="md">
      <SegmentedControl aria-label={t('agreementViews.label')} value={view} onChange={(next) => onView(next as AgreementsView)}
        data={AGREEMENT_VIEWS.map((value) => ({ value, label: t(`agreementViews.names.${value}`) }))} />
    </ScrollArea>
  );
}
