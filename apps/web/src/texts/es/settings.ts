export const settings = {
  title: 'Ajustes',
  intro: 'Su cuenta y su idioma.',
  account: 'Su cuenta',
  role: 'Función',
  language: 'Idioma de la interfaz',
};
