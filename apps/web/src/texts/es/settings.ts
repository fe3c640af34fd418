export const settings = {
  title: 'Ajustes',
  intro: 'Su cuenta, su idioma y sus avisos.',
  introAdmin: 'Su cuenta, quién entra, qué ofrecen los formularios y los datos de la coalición.',
  account: 'Su cuenta',
  users: 'Personas usuarias',
  taxonomies: 'Catálogos',
  coalition: 'Coalición',
  numbering: 'Numeración',
  role: 'Función',
  language: 'Idioma de la interfaz',
};
