import { addDays } from '@tejido/domain/day.js';
import { type Story, STORIES } from './agreements.js';
import { CAST, player } from './cast.js';
import { MARK, marked, MEMBERS, shortName, type Player } from './cast/player.js';
import type { Chance } from './chance.js';
import { TODAY, workingDay } from './days.js';
import { EXTRAORDINARY, STAGES, type StageName } from './meeting-texts.js';

/** A meeting before it becomes rows. `members` are countries whose national body attends. */
export interface PlannedMeeting {
  key: string;
  stage: StageName;
  kind: string;
  title: string;
  on: string;
  agreed: string;
  partners: readonly Player[];
  members: readonly string[];
  themes: readonly string[];
  tie: string;
  story: Story | null;
}

const HOW_MANY = 200;
/** From then on nothing is left out: the home page shows the last weeks. */
const RECENT = '2026-07-01';

/** Sessions, exchanges, visits and forums over 2019–2027, and for the rest what the agreements' stories need. */
export function plannedMeetings(chance: Chance): PlannedMeeting[] {
  const fixed = [...sessions(chance), ...exchanges(chance), ...visits(chance), ...forums(chance), ...coming()];
  const stories = STORIES.filter(({ with: partners }) => partners.length > 0).flatMap((story) => meetingsOf(story, chance));
  const recent = stories.filter(({ on }) => on > RECENT);
  const older = chance.some(stories.filter(({ on }) => on <= RECENT), HOW_MANY - fixed.length - recent.length);
  return [...fixed, ...recent, ...older].sort((a, b) => (a.on < b.on ? -1 : 1));
}

const both = ['trafficking', 'smuggling'];
const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const told = (on: string, text: string, players: readonly Player[]) => (on > TODAY ? '' : marked(text, players));
/** All names of hidden and small bodies stay out of big rooms. */
const GUESTS = CAST.filter(({ kind, audience }) => kind === 'forum' || audience === 'international' || kind === 'regional_ngo');

function sessions(chance: Chance): PlannedMeeting[] {
  const ordinary = years(2019, 2027).flatMap((year) => [{ year, half: 'I', on: `${year}-04-15` },
    { year, half: 'II', on: year === 2026 ? '2026-12-03' : `${year}-10-16` }])
    .filter(({ on }) => on < '2027-06-01');
  const session = (key: string, kind: string, title: string, on: string, agreed: string): PlannedMeeting => ({
    key, stage: 'session', kind, title: `${title} ${MARK}`, on: workingDay(on), agreed: on > TODAY ? '' : `${agreed} ${MARK}`,
    partners: chance.some(GUESTS, 3), members: MEMBERS, themes: both, tie: 'E4.A5', story: null,
  });
  return [
    ...ordinary.map(({ year, half, on }, index) => session(`session ${year} ${half}`, 'ordinary_session',
      `Sesión ordinaria ${half}-${year}`, on, STAGES.session.agreed[index % STAGES.session.agreed.length]!)),
    session('session extra 2020', 'extraordinary_session', 'Sesión extraordinaria 2020', '2020-05-20', EXTRAORDINARY),
    session('session extra 2023', 'extraordinary_session', 'Sesión extraordinaria 2023', '2023-08-30', STAGES.session.agreed[1]!),
  ];
}

function exchanges(chance: Chance): PlannedMeeting[] {
  return [...years(2021, 2026).flatMap((year) => [`${year}-03-11`, `${year}-08-19`]), '2027-02-18'].map((day, index) => {
    const on = workingDay(day);
    const partners = chance.some(GUESTS, 2);
    return {
      key: `exchange ${on}`, stage: 'exchange', kind: 'good_practice_exchange', on, partners,
      themes: index % 3 === 0 ? ['smuggling'] : ['trafficking'], tie: 'E4.A6', story: null,
      title: `Intercambio de buenas prácticas: ${STAGES.exchange.titles[index % STAGES.exchange.titles.length]!}`,
      members: chance.some(MEMBERS, 4),
      agreed: told(on, STAGES.exchange.agreed[index % 2]!, partners),
    };
  });
}

function visits(chance: Chance): PlannedMeeting[] {
  return chance.some(CAST.filter(({ audience, key }) => audience === 'state'
    && !['copalar', 'defensa-ninez', 'valle-hondo', 'sierra-gris'].includes(key)), 10)
    .map((partner, index) => single('visit', 'visit_to_authority', `${2020 + (index % 7)}-0${1 + (index % 6)}-12`, partner, [partner.seat!],
      'E4.A6', index));
}

function forums(chance: Chance): PlannedMeeting[] {
  return chance.some(CAST.filter(({ kind }) => kind === 'forum'), 10)
    .map((partner, index) => single('forum', 'forum', `${2019 + (index % 8)}-0${1 + (index % 9)}-24`, partner, chance.some(MEMBERS, 2),
      'E3.A3', index));
}

/** What is in the diary after today. */
function coming(): PlannedMeeting[] {
  const at = (key: string, on: string, title: string, kind: string, story: string | null): PlannedMeeting => ({
    key: `coming ${key}`, stage: 'review', kind, title, on, agreed: '', partners: [player(key)], members: [], themes: both, tie: 'E3.A2',
    story: STORIES.find((each) => each.key === story) ?? null,
  });
  return [
    at('raices', '2026-12-01', 'Firma de la renovación con Red Raíces Libres', 'bilateral', 'raices-3'),
    at('aurora', '2026-12-09', 'Negociación del convenio 2027–2030 con Agencia Aurora', 'bilateral', 'aurora-3'),
    at('remesas', '2026-12-11', 'Revisión final del texto con Remesas Puente Directo', 'technical', 'remesas'),
    at('hoteles-coral', '2026-12-16', 'Evaluación de la carta y renovación con Hoteles Coral y Palma', 'bilateral', 'hoteles-coral-2'),
    at('tramontana', '2027-01-14', 'Arranque del memorando con Cooperación Tramontana', 'bilateral', 'tramontana'),
  ];
}

function single(stage: 'visit' | 'forum', kind: string, day: string, partner: Player, members: readonly string[], tie: string,
  index: number): PlannedMeeting {
  const { titles, agreed } = STAGES[stage];
  const on = workingDay(day);
  const title = titles[index % titles.length]!.replace('{x}', shortName(partner));
  return { key: `${stage} ${index}`, stage, kind, title: marked(title, [partner]), on,
    agreed: told(on, agreed[index % agreed.length]!, [partner]), partners: [partner], members, themes: partner.themes, tie, story: null };
}

/** How a relationship went: an approach, a review of the text, and follow-ups while it is in force. */
function meetingsOf(story: Story, chance: Chance): PlannedMeeting[] {
  const signed = story.signed ?? story.letter ?? story.recorded ?? '2026-10-15';
  const end = [story.until, story.terminated, story.withdrew, '2026-11-16'].filter((day) => day !== undefined).sort()[0]!;
  const days: (readonly [StageName, string])[] = [['approach', addDays(signed, -170 + chance.below(50))],
    ...(story.signed ? [['review', addDays(signed, -60 + chance.below(30))] as const] : [])];
  if (story.signed) for (let day = addDays(signed, 150 + chance.below(120)); day < end; day = addDays(day,
    200 + chance.below(150))) days.push(['follow_up', day]);
  return days.filter(([, day]) => day >= '2019-01-10' && day < '2026-11-16').map(([stage, day], index) => ofStory(story, stage,
    workingDay(day), index, chance));
}

function ofStory(story: Story, stage: StageName, on: string, index: number, chance: Chance): PlannedMeeting {
  const partners = story.with.map(player);
  const x = shortName(partners[0]!);
  const text = (from: readonly string[]) => marked(chance.pick(from).replaceAll('{x}', x).replace('{what}', story.what), partners);
  return {
    key: `story ${story.key} ${index}`, stage, kind: stage === 'review' ? 'technical' : 'bilateral', title: text(STAGES[stage].titles), on,
    agreed: text(STAGES[stage].agreed), partners,
    members: chance.onceIn(2) ? [partners[0]!.countries.find((each) => MEMBERS.includes(each as never)) ?? chance.pick(MEMBERS)] : [],
    themes: story.themes ?? ['trafficking'], tie: stage === 'follow_up' ? 'E3.A3' : 'E3.A2', story,
  };
}
