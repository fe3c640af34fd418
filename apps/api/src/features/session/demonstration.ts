/** The accounts of the demonstration data set. They exist only where the register says that it is a demonstration. */
export const DEMO_PASSWORD = 'tejido demostración 2026';

export const DEMO_ACCOUNTS = [
  { email: 'secretaria@demo.tejido.example', name: 'Ana Lucía Méndez', role: 'secretariat', country: null },
  { email: 'verificacion@demo.tejido.example', name: 'Bruno Castillo', role: 'secretariat', country: null },
  { email: 'delegada.hn@demo.tejido.example', name: 'Delia Zúniga', role: 'delegate', country: 'HN' },
  { email: 'presidencia@demo.tejido.example', name: 'Pablo Vargas', role: 'presidency', country: 'CR' },
  { email: 'observadora@demo.tejido.example', name: 'Olga Ramírez', role: 'observer', country: null },
  { email: 'admin@demo.tejido.example', name: 'Adela Quan', role: 'admin', country: null },
] as const;
