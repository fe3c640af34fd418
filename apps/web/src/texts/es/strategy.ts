export const strategy = {
  title: 'Estrategia',
  intro: 'Ejes, resultados y actividades del plan.',
  axis: 'Eje',
  result: 'Resultado',
  activity: 'Actividad',
  results: 'Resultados',
  activities: 'Actividades',
  figure: 'ver la cifra',
  tied_one: '{{count}} actividad conjunta',
  tied_other: '{{count}} actividades conjuntas',
  emptyTitle: 'Todavía no hay estrategia',
  emptyBody: 'La administración la carga desde un archivo.',
};
