import { invented } from './player.js';

export const OTHERS = invented('other', [
  ['u-tropico', 'Universidad del Trópico Alto', null, 'academic', 'national', 'CR', 'TS', 'Maestría en migraciones y derechos humanos.', 'High Tropics University'],
  ['u-volcanes', 'Universidad Técnica de los Volcanes', 'UTV', 'academic', 'national', 'GT', 'T', 'Investigación sobre captación por internet.', 'Technical University of the Volcanoes'],
  ['u-mareas', 'Universidad de las Mareas', null, 'academic', 'national', 'PA', 'S', 'Clínica jurídica y peritajes.', 'University of the Tides'],
  ['colmena', 'Instituto La Colmena de Estudios Sociales', 'ILCES', 'academic', 'regional', 'SV GT HN', 'TS', 'Encuestas de hogares en comunidades de origen.', 'The Hive Institute of Social Studies'],
  ['u-cenote', 'Centro de Investigación Cenote', 'CIC', 'academic', 'national', 'MX', 'S', 'Etnografía de rutas y albergues.', 'Cenote Research Centre'],
  ['lexis', 'Colegio de Abogacía de Santa Lucía del Mar', 'CASLM', 'academic', 'national', 'HN', 'T', 'Cursos para litigantes y defensores.'],
  ['estadistica', 'Laboratorio de Datos Abiertos Ocelote', 'LDAO', 'academic', 'regional', 'CR MX PA', 'TS', 'Anonimización y visualización de datos.', 'Ocelot Open Data Lab'],
  ['u-indigena', 'Universidad Intercultural Siete Ríos', 'UISR', 'academic', 'national', 'NI', 'T', 'Formación de intérpretes en lenguas indígenas.'],
  ['ed-caribe', 'Escuela de Trabajo Social Antillana', 'ETSA', 'academic', 'national', 'DO', 'T', 'Prácticas profesionales en casas de acogida.'],
  ['pastoral', 'Pastoral de la Acogida San Rafael', null, 'other', 'regional', 'GT HN MX', 'S', 'Comunidades parroquiales y comedores.'],
  ['psicologia', 'Colegio de Psicología del Istmo', 'COPI', 'other', 'regional', 'PA CR SV', 'T', 'Guías de atención en crisis.', 'Isthmus College of Psychology'],
  ['sindicato', 'Federación Sindical del Campo y la Costa', 'FSCC', 'other', 'regional', 'HN NI GT', 'T', 'Delegados que detectan trabajo forzoso.'],
  ['deporte', 'Liga Juvenil Gol por la Vida', null, 'other', 'national', 'SV', 'T', 'Torneos con mensajes de prevención.'],
  ['bomberos', 'Cuerpo de Voluntariado Río Bravo', null, 'other', 'national', 'MX', 'S', 'Rescate y primeros auxilios en frontera.'],
  ['artistas', 'Circo Social Luna Llena', null, 'other', 'regional', 'CR NI', 'T', 'Arte en calle para públicos jóvenes.', 'Full Moon Social Circus'],
  ['moto', 'Asociación de Mototaxistas Ruta Segura', null, 'other', 'national', 'GT', 'T', 'Conductores formados como observadores.'],
]);
