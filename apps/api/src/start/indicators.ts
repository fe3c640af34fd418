/** How the indicators that the strategy names are measured. Those not listed are filled in by hand. */
export const INDICATORS: Readonly<Record<string, { nature: 'stock' | 'flow'; source: string; unit: string; definition_es: string; definition_en: string }>> = {
  alliances_in_force: {
    nature: 'stock', source: 'alliances', unit: 'ally',
    definition_es: 'Organizaciones externas a la coalición con al menos un instrumento vigente en la fecha de corte, suscrito en nombre de la coalición y con evidencia verificada por una segunda persona. Las oficinas de país cuentan con su organización; el número de instrumentos se informa al lado.',
    definition_en: 'Organisations outside the coalition with at least one instrument in force on the cut-off day, made in the coalition\'s name and with evidence verified by a second person. Country offices count with their organisation; the number of instruments is told beside it.',
  },
  joint_activities_done: {
    nature: 'flow', source: 'joint_activities', unit: 'activity',
    definition_es: 'Actividades realizadas que terminan en el período, vinculadas a un eje o actividad de la estrategia, con evidencia verificada y con al menos una organización externa que contribuye. Asistir no es contribuir; las subactividades, las reuniones de seguimiento y lo cancelado no cuentan.',
    definition_en: 'Activities done that end in the period, tied to an axis or activity of the strategy, with verified evidence and at least one contributing organisation from outside. Attending is not contributing; sub-activities, follow-up meetings and what was cancelled do not count.',
  },
};
