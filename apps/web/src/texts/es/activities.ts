export const activities = {
  title: 'Actividades conjuntas',
  one: 'Actividad conjunta',
  intro: 'Lo que la coalición hace con otras organizaciones.',
  register: 'Registrar actividad',
  emptyTitle: 'Todavía no hay actividades',
  emptyBody: 'Registre una campaña, una capacitación, un foro…',
};
