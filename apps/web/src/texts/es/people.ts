export const people = {
  title: 'Personas',
  one: 'Persona',
  intro: 'Quién es quién en cada organización.',
  register: 'Registrar persona',
  emptyTitle: 'Todavía no hay personas',
  emptyBody: 'Se añaden al registrar una reunión.',
  posts: 'Cargos',
  former: 'anterior',
  contact: 'Contacto',
  search: 'Buscar por nombre u organización',
};
