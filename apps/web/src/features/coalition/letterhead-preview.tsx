import { useTranslation } from 'react-i18next';
import { legibleOnWhite } from '@tejido/domain/colour.js';
import classes from './letterhead-preview.module.css';

interface Brand { acronym: string; name: string; addressLine: string; logo: string | null; cover: string | null; primary: string; accent: string }

/** The head of a sheet with a title and two bars, as documents have them. */
export function LetterheadPreview({ acronym, name, addressLine, logo, cover, primary, accent }: Brand) {
  const { t } = useTranslation();
  const bars = [{ label: t('coalition.previewNow'), value: 9, colour: legibleOnWhite(primary) }, { label: t('coalition.previewBefore'), value: 12, colour: accent }];
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>{t('coalition.preview')}</figcaption>
      <div className={classes.sheet}>
        <div className={classes.head}>
          {logo && <img src={logo} alt="" className={classes.logo} />}
          <div>
            <div className={classes.acronym} style={{ color: legibleOnWhite(primary) }}>{acronym}</div>
            <div className={classes.name}>{name}</div>
            {addressLine && <div className={classes.address}>{addressLine}</div>}
          </div>
        </div>
        <div className={classes.title} style={{ color: legibleOnWhite(primary) }}>{t('coalition.previewTitle')}</div>
        <div className={classes.rule} style={{ background: accent }} />
        {cover && <img src={cover} alt="" className={classes.cover} />}
        <p className={classes.text}>{t('coalition.previewText')}</p>
        {bars.map(({ label, value, colour }) => (
          <div key={label} className={classes.bar}>
            <span>{label}</span><span className={classes.track}><span style={{ width: `${(value / 12) * 100}%`, background: colour }} /></span><b>{value}</b>
          </div>
        ))}
      </div>
    </figure>
  );
}
