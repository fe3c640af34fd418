import { useTranslation } from 'react-i18next';
import classes from './demonstration-banner.module.css';

/** Height in px: two lines on a phone, one elsewhere. */
export const BANNER_HEIGHT = { base: 40, sm: 28 };

/** On every page of a register whose data are made up: nothing invented may pass for a fact about a real organisation. */
export function DemonstrationBanner() {
  const { t } = useTranslation();
  return <div className={classes.banner} role="note">{t('common.demonstration')}</div>;
}
