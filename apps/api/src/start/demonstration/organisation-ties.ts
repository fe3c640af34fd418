/** Where bodies of a country have their offices: the places of the demonstration are as invented as its organisations. */
export const CITIES: Readonly<Record<string, string>> = {
  GT: 'Villa Ceibal', BZ: 'San Telmo Caye', HN: 'Río Jade', SV: 'Cerro Verde Abajo', NI: 'Lago Azul', CR: 'Monte Alegre',
  PA: 'Bahía Candela', MX: 'La Alameda', DO: 'Costa Ámbar',
};

/** Whom, role of the name, name, its language. */
export const OTHER_NAMES: readonly (readonly [string, 'former' | 'alias' | 'acronym', string, string])[] = [
  ['unodc', 'alias', 'ONUDD', 'es'],
  ['acnur', 'alias', 'Agencia de la ONU para los Refugiados', 'es'],
  ['crm', 'alias', 'Proceso Puebla', 'es'],
  ['semilla', 'alias', 'Asoc. Semilla Clara de Guatemala', 'es'],
  ['raices', 'former', 'Red Mesoamericana Raíces', 'es'],
  ['raices', 'alias', 'Raíces Libres', 'es'],
  ['alas', 'former', 'Hogar Alas', 'es'],
  ['horizonte', 'former', 'Coordinación de Albergues del Sur', 'es'],
  ['observatorio', 'alias', 'El Faro del Istmo', 'es'],
  ['aurora', 'former', 'Aurora Bistånd', 'sv'],
  ['tulipan', 'alias', 'Tulip Programme', 'en'],
  ['istmo-banco', 'former', 'Fondo Social del Istmo', 'es'],
  ['fiscalias', 'former', 'Mesa de Fiscales del Istmo', 'es'],
  ['vuelo-jade', 'former', 'Jade Líneas Aéreas', 'es'],
  ['hoteles-coral', 'alias', 'Coral y Palma Resorts', 'es'],
  ['u-tropico', 'former', 'Colegio Superior del Trópico', 'es'],
  ['garifuna', 'alias', 'Olas Garífunas', 'es'],
  ['escucha-131', 'former', 'Línea Amiga', 'es'],
  ['infancias', 'acronym', 'REDIM', 'es'],
];

type Tie = readonly [string, 'member_of' | 'funds' | 'hosts' | 'works_with' | 'related', string, string?, string?];

/** From, tie, to, since, until. */
export const RELATIONSHIPS: readonly Tie[] = [
  ['semilla', 'member_of', 'raices', '2019-05-01'], ['tejedoras', 'member_of', 'raices', '2020-02-10'],
  ['madreselva', 'member_of', 'raices', '2019-05-01'],
  ['torogoz', 'member_of', 'raices', '2021-03-15'], ['pinol', 'member_of', 'raices', '2019-05-01', '2023-12-31'],
  ['laguna', 'member_of', 'raices', '2022-06-01'],
  ['camino-ab', 'member_of', 'horizonte', '2018-01-20'], ['nopal', 'member_of', 'horizonte', '2018-01-20'],
  ['puente-vivo', 'member_of', 'horizonte', '2020-09-01'],
  ['alas', 'member_of', 'infancias', '2019-11-20'], ['izote', 'member_of', 'infancias', '2021-01-10'],
  ['semillero', 'member_of', 'infancias', '2022-01-10'],
  ['cofale', 'member_of', 'infancias', '2023-04-01'], ['abogadas', 'works_with', 'fiscalias', '2021-08-01'],
  ['voces', 'works_with', 'colibri', '2020-01-01'],
  ['seashell', 'member_of', 'puentes-caribe', '2019-07-01'], ['cigua', 'member_of', 'puentes-caribe', '2019-07-01'],
  ['mola', 'member_of', 'abogadas', '2023-02-01'],
  ['aurora', 'funds', 'raices', '2020-03-01', '2026-12-31'], ['aurora', 'funds', 'alas', '2021-01-01'],
  ['aurora', 'funds', 'madreselva', '2022-01-01'],
  ['nordlys', 'funds', 'tejedoras', '2021-06-01', '2025-12-31'], ['nordlys', 'funds', 'jacaranda', '2022-06-01'],
  ['arce', 'funds', 'lexis', '2024-05-01'],
  ['tramontana', 'funds', 'costa-ambar', '2023-01-01'], ['edelweiss', 'funds', 'puente-vivo', '2023-03-01'],
  ['lumen', 'funds', 'izote', '2021-01-01', '2025-12-31'],
  ['lumen', 'funds', 'infancias', '2022-01-01'], ['tulipan', 'funds', 'fiscalias', '2022-04-01', '2026-03-31'],
  ['celta', 'funds', 'laguna', '2020-01-01'],
  ['salud-mov', 'funds', 'sendero', '2022-01-01'], ['boreal', 'works_with', 'sendero', '2021-09-01'],
  ['faro-mundial', 'works_with', 'sindicato', '2024-01-01'],
  ['istmo-banco', 'funds', 'monte-alegre', '2024-07-01'], ['alpina', 'funds', 'san-telmo', '2023-05-01'],
  ['sakura', 'works_with', 'los-cedros', '2022-02-01'],
  ['u-tropico', 'hosts', 'observatorio', '2017-01-01'], ['u-volcanes', 'works_with', 'estadistica', '2021-01-01'],
  ['colmena', 'works_with', 'u-cenote', '2019-01-01'],
  ['cartagena', 'works_with', 'observatorios', '2020-01-01'], ['rio-jade', 'member_of', 'alcaldias', '2021-11-25'],
  ['puerto-laurel', 'member_of', 'alcaldias', '2021-11-25'],
  ['puerto-coral', 'member_of', 'alcaldias', '2022-02-01'], ['paso-real', 'works_with', 'consulados', '2020-01-01'],
  ['hoteles-coral', 'member_of', 'turismo-foro', '2018-01-01'],
  ['camara-tur', 'member_of', 'turismo-foro', '2018-01-01'], ['cruceros', 'member_of', 'turismo-foro', '2024-01-01'],
  ['cortometro', 'related', 'artistas', '2021-01-01'],
  ['vuelo-jade', 'works_with', 'diapa', '2023-02-01'], ['istmo-noticias', 'works_with', 'pergamino', '2019-01-01'],
];
