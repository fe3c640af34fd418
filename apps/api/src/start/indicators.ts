import { stableId } from './stable-id.js';

interface InBoth { es: string; en: string }

/** How an indicator that the strategy names is measured. */
interface Measured { nature: 'stock' | 'flow'; source: string; unit: string; definition: InBoth }

const INDICATORS: Readonly<Record<string, Measured>> = {
  alliances_in_force: {
    nature: 'stock', source: 'alliances', unit: 'ally',
    definition: {
      es: 'Organizaciones externas a la coalición con al menos un instrumento vigente en la fecha de corte, suscrito en nombre de la coalición y con evidencia verificada por una segunda persona. Las oficinas de país cuentan con su organización; el número de instrumentos se informa al lado.',
      en: 'Organisations outside the coalition with at least one instrument in force on the cut-off day, made in the coalition\'s name and with evidence verified by a second person. Country offices count with their organisation; the number of instruments is told beside it.',
    },
  },
  joint_activities_done: {
    nature: 'flow', source: 'joint_activities', unit: 'activity',
    definition: {
      es: 'Actividades realizadas que terminan en el período, vinculadas a un eje o actividad de la estrategia, con evidencia verificada y con al menos una organización externa que contribuye. Asistir no es contribuir; las subactividades, las reuniones de seguimiento y lo cancelado no cuentan.',
      en: 'Activities done that end in the period, tied to an axis or activity of the strategy, with verified evidence and at least one contributing organisation from outside. Attending is not contributing; sub-activities, follow-up meetings and what was cancelled do not count.',
    },
  },
};

/** Those not listed are filled in by hand. */
const BY_HAND: Measured = { nature: 'flow', source: 'by_hand', unit: 'other', definition: { es: '', en: '' } };

const measureOf = (code: string): Measured => INDICATORS[code] ?? BY_HAND;

/** An indicator that a result of the strategy names; `fromYear`: the strategy's first. */
export function indicatorRow({ code, label_es, label_en }: { code: string; label_es: string; label_en: string }, fromYear: number): object {
  const { nature, source } = measureOf(code);
  return { code, label_es, label_en, nature, source, unit: 'other', definition_es: '', definition_en: '', definition_version: 1, baseline_on: `${fromYear}-01-01`, version: 1 };
}

/** Its definition as the strategy came with it: approved with the strategy, by nobody in particular. */
export function firstDefinition(code: string, fromYear: number): object {
  const { unit, definition } = measureOf(code);
  return {
    id: stableId('indicator definition', code), indicator: code, number: 1, valid_from: `${fromYear}-01-01`, unit, agreement_kinds: null,
    verified_only: true, roll_up_offices: true, direction: 'increase', responsible_role: 'secretariat', frequency: 'yearly',
    texts: { definition }, reason: '', proposed_at: new Date().toISOString(), approved_at: new Date().toISOString(), approved_in: '', version: 1,
  };
}
