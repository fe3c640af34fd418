import { invented } from './player.js';

const NATIONAL = invented('civil_society', [
  ['semilla', 'Asociación Semilla Clara', null, 'national_ngo', 'national', 'GT', 'T', 'Prevención en escuelas rurales del altiplano.'],
  ['alas', 'Fundación Alas de Maíz', null, 'foundation', 'national', 'GT', 'T', 'Casa de acogida y terapia para adolescentes.', 'Wings of Maize Foundation'],
  ['tejedoras', 'Colectiva Tejedoras de Atitlán', null, 'national_ngo', 'national', 'GT', 'T', 'Promotoras bilingües en comunidades del lago.'],
  ['camino-ab', 'Casa Camino Abierto', null, 'national_ngo', 'national', 'GT', 'S', 'Albergue de paso y orientación legal.'],
  ['seashell', 'Seashell Women\'s Circle', null, 'national_ngo', 'national', 'BZ', 'T', 'Grupo de mujeres que acompaña a víctimas en el litoral.', 'Seashell Women\'s Circle'],
  ['toucan', 'Toucan Youth Network', null, 'national_ngo', 'national', 'BZ', 'T', 'Jóvenes que hacen radio y teatro de prevención.', 'Toucan Youth Network'],
  ['puente-vivo', 'Fundación Puente Vivo', null, 'foundation', 'national', 'HN', 'TS', 'Reintegración de personas retornadas.', 'Living Bridge Foundation'],
  ['madreselva', 'Asociación Madreselva de Mujeres', null, 'national_ngo', 'national', 'HN', 'T', 'Atención legal y psicológica en el valle del norte.'],
  ['garifuna', 'Colectivo Garífuna Olas', null, 'national_ngo', 'national', 'HN', 'TS', 'Vigilancia comunitaria en la costa.'],
  ['cofale', 'Comité de Familias La Espera', null, 'national_ngo', 'national', 'HN', 'S', 'Familias que buscan a personas migrantes desaparecidas.'],
  ['izote', 'Fundación Flor de Izote', null, 'foundation', 'national', 'SV', 'T', 'Becas y medios de vida para sobrevivientes.', 'Izote Flower Foundation'],
  ['torogoz', 'Asociación Torogoz', null, 'national_ngo', 'national', 'SV', 'TS', 'Educación popular y monitoreo de políticas públicas.'],
  ['semillero', 'Semillero de Paz Cuscatleco', null, 'national_ngo', 'national', 'SV', 'T', 'Clubes juveniles en doce municipios.'],
  ['pinol', 'Movimiento Voces de Pinol', null, 'national_ngo', 'national', 'NI', 'T', 'Radios comunitarias por los derechos de la niñez.'],
  ['laguna', 'Casa de la Mujer Laguna Clara', null, 'national_ngo', 'national', 'NI', 'T', 'Refugio y asesoría jurídica.'],
  ['guanacaste', 'Asociación Raíz de Guanacaste', null, 'national_ngo', 'national', 'CR', 'S', 'Atención a población en tránsito por el norte.'],
  ['colibri', 'Fundación Colibrí Escarlata', null, 'foundation', 'national', 'CR', 'T', 'Acompañamiento terapéutico y reinserción laboral.', 'Scarlet Hummingbird Foundation'],
  ['sendero', 'Fundación Sendero Darién', null, 'foundation', 'national', 'PA', 'S', 'Puntos de agua, salud y orientación en la selva.', 'Darién Trail Foundation'],
  ['mola', 'Colectivo Mola Viva', null, 'national_ngo', 'national', 'PA', 'T', 'Mujeres indígenas contra la explotación laboral.'],
  ['nopal', 'Casa Nopal', null, 'national_ngo', 'national', 'MX', 'S', 'Albergue y defensa de personas migrantes.'],
  ['jacaranda', 'Refugio Jacaranda', null, 'national_ngo', 'national', 'MX', 'T', 'Refugio de alta seguridad con atención integral.', 'Jacaranda Shelter'],
  ['brujula', 'Brújula Ciudadana del Sureste', null, 'national_ngo', 'national', 'MX', 'TS', 'Observación de fronteras y litigio estratégico.'],
  ['cigua', 'Movimiento Cigua Palmera', null, 'national_ngo', 'national', 'DO', 'T', 'Prevención en barrios y bateyes.'],
  ['ambar', 'Casa Ámbar', null, 'national_ngo', 'national', 'DO', 'T', 'Acogida de mujeres y adolescentes.'],
]);

const WIDER = invented('civil_society', [
  ['raices', 'Red Raíces Libres', null, 'regional_ngo', 'regional', 'GT HN SV NI', 'TS', 'Une a catorce organizaciones comunitarias de prevención.', 'Free Roots Network'],
  ['horizonte', 'Red Horizonte de Albergues', null, 'regional_ngo', 'regional', 'MX GT HN', 'S', 'Estándares y referencia segura entre albergues.', 'Horizon Network of Shelters'],
  ['voces', 'Alianza Voces Sobrevivientes', null, 'regional_ngo', 'regional', 'CR SV GT DO', 'T', 'Sobrevivientes que asesoran políticas y campañas.', 'Survivor Voices Alliance'],
  ['abogadas', 'Red de Abogadas del Pacífico', null, 'regional_ngo', 'regional', 'PA CR NI', 'TS', 'Litigio estratégico y clínicas jurídicas.', 'Pacific Women Lawyers Network'],
  ['observatorio', 'Observatorio Faro del Istmo', null, 'regional_ngo', 'regional', 'CR PA HN SV', 'TS', 'Investiga rutas, precios y formas de captación.', 'Isthmus Lighthouse Observatory'],
  ['infancias', 'Red Infancias en Movimiento', null, 'regional_ngo', 'regional', 'HN GT SV MX', 'TS', 'Protección de niñez migrante no acompañada.', 'Children on the Move Network'],
  ['puentes-caribe', 'Consorcio Puentes del Caribe', null, 'regional_ngo', 'regional', 'DO BZ PA', 'TS', 'Organizaciones de mujeres del Caribe.', 'Caribbean Bridges Consortium'],
  ['bluebird', 'Bluebird International', null, 'international_ngo', 'extra_regional', 'US GT SV MX', 'T', 'Capacita en entrevista que no revictimiza.', 'Bluebird International'],
  ['lanterna', 'Lanterna Sin Fronteras', null, 'international_ngo', 'extra_regional', 'IT HN NI', 'TS', 'Misiones médicas y de protección.', 'Lantern Without Borders'],
  ['compas', 'Justicia Compás Internacional', null, 'international_ngo', 'extra_regional', 'GB GT DO', 'T', 'Abogacía y apoyo a la persecución penal.', 'Compass Justice International'],
  ['manos', 'Manos de Terciopelo', null, 'international_ngo', 'extra_regional', 'FR CR PA', 'T', 'Moda y cadenas de suministro sin trabajo forzoso.', 'Velvet Hands'],
]);

const MEDIA = invented('civil_society', [
  ['marea', 'Radio La Marea', null, 'media', 'national', 'NI', 'TS', 'Emisora de la costa con programas en tres idiomas.'],
  ['siete-volcanes', 'Canal Siete Volcanes', null, 'media', 'national', 'GT', 'T', 'Televisión abierta con franja de servicio público.'],
  ['pergamino', 'Periódico El Pergamino', null, 'media', 'national', 'CR', 'TS', 'Diario digital con unidad de investigación.'],
  ['voz-sula', 'Radio Voz del Valle', null, 'media', 'national', 'HN', 'T', 'Radio local que emite las cuñas de la campaña.'],
  ['istmo-noticias', 'Agencia Istmo Noticias', null, 'media', 'regional', 'PA CR HN GT', 'TS', 'Red de corresponsales y guía de cobertura responsable.', 'Isthmus News Agency'],
  ['cortometro', 'Productora Cortometraje Sur', null, 'media', 'regional', 'MX CR', 'T', 'Videos cortos y documentales.'],
]);

const BUSINESS = invented('civil_society', [
  ['vuelo-jade', 'Aerolínea Vuelo Jade', null, 'private_sector', 'regional', 'SV GT CR PA', 'TS', 'Forma a sus tripulaciones en detección.', 'Jade Flight Airline'],
  ['hoteles-coral', 'Hoteles Coral y Palma', null, 'private_sector', 'regional', 'DO MX CR', 'T', 'Cadena adherida al código de conducta.', 'Coral & Palm Hotels'],
  ['buses', 'Transportes La Centroamericana', null, 'private_sector', 'regional', 'GT SV HN NI', 'S', 'Autobuses internacionales con afiches y línea de denuncia.'],
  ['cafe', 'Cooperativa Exportadora Grano de Altura', 'CEGA', 'private_sector', 'regional', 'HN GT NI', 'T', 'Verifica condiciones de trabajo en fincas.', 'High Grain Export Cooperative'],
  ['camara-tur', 'Cámara de Turismo Bahía Serena', null, 'private_sector', 'national', 'CR', 'T', 'Hoteles y operadores de la costa.', 'Bahía Serena Chamber of Tourism'],
  ['remesas', 'Remesas Puente Directo', null, 'private_sector', 'regional', 'MX GT HN SV', 'TS', 'Alertas sobre pagos sospechosos.', 'Direct Bridge Remittances'],
  ['telefonia', 'Telecomunicaciones Cielo Abierto', null, 'private_sector', 'regional', 'PA NI CR', 'TS', 'Mensajes de texto y datos gratis para la línea de ayuda.', 'Open Sky Telecommunications'],
  ['cruceros', 'Cruceros Mar de Ámbar', null, 'private_sector', 'extra_regional', 'US DO BZ MX', 'T', 'Protocolo de alerta en puertos.', 'Amber Sea Cruises'],
  ['zonas', 'Consorcio de Zonas Francas El Telar', 'CZFT', 'private_sector', 'national', 'NI', 'T', 'Auditorías laborales a proveedores.'],
]);

export const CIVIL_SOCIETY = [...NATIONAL, ...WIDER, ...MEDIA, ...BUSINESS];
