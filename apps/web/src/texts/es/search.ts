export const search = {
  open: 'Buscar',
  placeholder: 'Buscar organizaciones, personas, acuerdos…',
  hint: 'Se encuentra también sin acentos y con errores de escritura.',
  goTo: 'Ir a',
  actions: 'Acciones',
  nothing: 'Nada coincide con «{{text}}»',
  keys: 'para moverse · Entrar para abrir · Esc para cerrar',
  kinds: {
    organisation: 'Organizaciones',
    person: 'Personas',
    agreement: 'Acuerdos',
    meeting: 'Reuniones',
    activity: 'Actividades conjuntas',
    commitment: 'Compromisos',
  },
};
