import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { ABILITIES, mayEver, PUBLIC, type Role } from '@tejido/domain/policy.js';
import { ANYBODY, Needs, SIGNED_IN, type GraphContext } from '../../platform/access/ability.js';
import { hashToken, sessionCookie } from '../../platform/access/session-gate.js';
import { Clock } from '../../platform/clock.js';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demonstration.js';
import { SessionService } from './session.service.js';
import { SessionType, SetUpLink, type ViewerType } from './session.type.js';

@Resolver()
export class SessionResolver {
  constructor(private readonly service: SessionService, private readonly database: DataSource, private readonly clock: Clock) {}

  @Needs(ANYBODY)
  @Query(() => SessionType)
  session(@Context() { viewer }: GraphContext): Promise<SessionType> {
    return this.sessionOf(viewer.userId);
  }

  // One in a request, whatever the aliases: see platform/graphql/query-limits.ts.
  @Needs(ANYBODY)
  @Mutation(() => SessionType)
  async signIn(@Context() context: GraphContext, @Args('email') email: string, @Args('password') password: string): Promise<SessionType> {
    const { token, userId } = await this.service.signIn({ email, password, network: context.request.ip });
    if (context.session) await this.service.signOut(context.session);
    giveCookie(context, token);
    return this.sessionOf(userId);
  }

  @Needs(SIGNED_IN)
  @Mutation(() => Boolean)
  async signOut(@Context() context: GraphContext): Promise<boolean> {
    if (context.session) await this.service.signOut(context.session);
    const { name, secure } = sessionCookie();
    context.reply.clearCookie(name, { path: '/', secure });
    return true;
  }

  @Needs(ANYBODY)
  @Mutation(() => SessionType, { description: 'Uses the set-up link of a new registry: makes its first administrator' })
  async setUp(@Context() context: GraphContext, @Args('token') token: string, @Args('name') name: string, @Args('email') email: string, @Args('password') password: string): Promise<SessionType> {
    const session = await this.service.setUp(token, name, email, password);
    giveCookie(context, session);
    return this.sessionOf((await this.database.query('select id from user_account where email = $1', [email.trim().toLowerCase()]) as { id: string }[])[0]!.id);
  }

  @Needs(ANYBODY)
  @Query(() => SetUpLink, { description: 'Whether a single-use link still works, and for what' })
  async setUpLink(@Args('token') token: string): Promise<SetUpLink> {
    const rows = (await this.database.query(LINK, [hashToken(token)])) as SetUpLink[];
    return rows[0] ?? { state: 'unknown', name: null, email: null };
  }

  @Needs(ANYBODY)
  @Mutation(() => SessionType, { description: 'Uses the link that an administrator handed over: sets the password and signs in' })
  async setPassword(@Context() context: GraphContext, @Args('token') token: string, @Args('password') password: string): Promise<SessionType> {
    const opened = await this.service.setPassword(token, password);
    giveCookie(context, opened.token);
    return this.sessionOf(opened.userId);
  }

  @Needs(SIGNED_IN)
  @Mutation(() => Boolean, { description: 'Of the pages: es or en' })
  async chooseLanguage(@Context() { viewer }: GraphContext, @Args('language') language: string): Promise<boolean> {
    await this.service.chooseLanguage(viewer, language);
    return true;
  }

  @Needs(SIGNED_IN)
  @Mutation(() => Boolean)
  async changePassword(@Context() { viewer, session }: GraphContext, @Args('current') current: string, @Args('next') next: string): Promise<boolean> {
    await this.service.changePassword(viewer, session!, current, next);
    return true;
  }

  private async sessionOf(userId: string | null): Promise<SessionType> {
    const rows = (await this.database.query(SESSION, [userId, this.clock.today()])) as { answer: Omit<SessionType, 'demoSignIns' | 'viewer'> & { viewer: Omit<ViewerType, 'abilities'> | null } }[];
    const { viewer, ...rest } = rows[0]!.answer;
    const demoSignIns = rest.coalition.demonstration ? DEMO_ACCOUNTS.map((account) => ({ ...account, password: DEMO_PASSWORD })) : [];
    return { ...rest, viewer: viewer && { ...viewer, abilities: abilitiesOf(viewer) }, demoSignIns };
  }
}

function abilitiesOf({ id, role, country }: Omit<ViewerType, 'abilities'>): string[] {
  return ABILITIES.filter((ability) => mayEver({ ...PUBLIC, userId: id, role: role as Role, country }, ability));
}

function giveCookie(context: GraphContext, token: string): void {
  const { name, secure } = sessionCookie();
  context.reply.setCookie(name, token, { path: '/', httpOnly: true, secure, sameSite: 'lax' });
}

const LINK = `
  select case when l.used_at is not null then 'used' when l.expires_at <= now() then 'expired' when l.user_id is null and exists (select from user_account where role = 'admin') then 'used'
      when l.user_id is null then 'first_administrator' when u.disabled_at is not null then 'expired' else 'password' end as state,
    case when live.works then u.name end as name, case when live.works then u.email end as email
  from set_up_link l left join user_account u on u.id = l.user_id,
    lateral (select l.used_at is null and l.expires_at > now() and u.disabled_at is null as works) live
  where l.token_hash = $1`;

const SESSION = `
  select json_build_object(
    'viewer', (select json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'role', u.role, 'country', u.country, 'language', u.language)
      from user_account u where u.id = $1),
    'needsSetUp', not exists (select from user_account),
    'coalition', coalesce((select json_build_object('acronym', c.acronym, 'name', json_build_object('es', c.name_es, 'en', c.name_en),
        'timeZone', c.time_zone, 'demonstration', c.demonstration,
        'members', (select coalesce(json_agg(m.country order by m.country), '[]') from membership m where m.member_from <= $2::date and (m.member_to is null or m.member_to > $2::date)))
      from coalition c), json_build_object('acronym', '', 'name', json_build_object('es', '', 'en', ''), 'timeZone', 'UTC', 'demonstration', false, 'members', '[]'::json))
  ) as answer`;
