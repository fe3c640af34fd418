import {
  IconAffiliate, IconBuildingCommunity, IconCalendarEvent, IconChartLine, IconFileCertificate, IconHome, IconListCheck,
  IconMail, IconMessageShare, IconReportMoney, IconSettings, IconShieldCheck, IconSparkles, IconTargetArrow, IconUsers,
} from '@tabler/icons-react';
import type { Viewer } from '../session.js';

export const SECTIONS = [
  { key: 'home', to: '/', icon: IconHome, group: null },
  { key: 'organisations', to: '/organizaciones', icon: IconBuildingCommunity, group: 'relations' },
  { key: 'people', to: '/personas', icon: IconUsers, group: 'relations' },
  { key: 'network', to: '/red', icon: IconAffiliate, group: 'relations' },
  { key: 'agreements', to: '/acuerdos', icon: IconFileCertificate, group: 'work' },
  { key: 'meetings', to: '/reuniones', icon: IconCalendarEvent, group: 'work' },
  { key: 'activities', to: '/actividades', icon: IconSparkles, group: 'work' },
  { key: 'evidence', to: '/evidencia', icon: IconShieldCheck, group: 'work' },
  { key: 'commitments', to: '/compromisos', icon: IconListCheck, group: 'work' },
  { key: 'proposals', to: '/propuestas', icon: IconReportMoney, group: 'work' },
  { key: 'dissemination', to: '/difusion', icon: IconMessageShare, group: 'work' },
  { key: 'indicators', to: '/indicadores', icon: IconChartLine, group: 'results' },
  { key: 'strategy', to: '/estrategia', icon: IconTargetArrow, group: 'results' },
  { key: 'mail', to: '/correo', icon: IconMail, group: null },
  { key: 'settings', to: '/ajustes', icon: IconSettings, group: null },
] as const;
export type NavSection = (typeof SECTIONS)[number];

/** The sections that this viewer's menu shows. Everybody reaches their own account from the user menu. */
export function sectionsFor(viewer: Viewer): readonly NavSection[] {
  const kept: Partial<Record<NavSection['key'], boolean>> = { settings: viewer.role === 'admin', mail: viewer.abilities.includes('mail.read') };
  return SECTIONS.filter(({ key }) => kept[key] ?? true);
}
