import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AGREEMENT_VIEWS, type AgreementsView } from './agreements-search.js';

/** How the agreements are looked at. */
export function ViewTabs({ view, onView }: { view: AgreementsView; onView: (view: AgreementsView) => void }) {
  const { t } = useTranslation();
  const data = AGREEMENT_VIEWS.map((value) => ({ value, label: t(`agreementViews.names.${value}`) }));
  const shared = { 'aria-label': t('agreementViews.label'), data, value: view, mb: 'md' };
  return (
    <>
      <SegmentedControl {...shared} visibleFrom="sm" onChange={(next) => onView(next as AgreementsView)} />
      <Select {...shared} hiddenFrom="sm" allowDeselect={false} onChange={(next) => next && onView(next as AgreementsView)} />
    </>
  );
}
