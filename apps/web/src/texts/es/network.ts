export const network = {
  title: 'Red de alianzas',
  intro: 'Quién está unido a quién, y por qué acuerdo, reunión o relación.',
  asTable: 'Ver como tabla',
  asGraph: 'Ver como red',
  emptyTitle: 'Nada que dibujar con estos filtros',
  emptyBody: 'Quite algún filtro o cambie el día.',
};
