import { applyDecorators, createParamDecorator, SetMetadata, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { forbidden, notSignedIn } from '@tejido/domain/error.js';
import { ABILITIES, can, mayEver, type Ability, type Subject, type Viewer } from '@tejido/domain/policy.js';
import { askerOf, findAsker } from '../http/asker.js';

export interface GraphContext {
  viewer: Viewer;
  /** Hash of the session's token; null without a session. */
  session: string | null;
  request: { ip: string; headers: Record<string, string | string[] | undefined>; cookies: Record<string, string | undefined> };
  reply: { setCookie(name: string, value: string, options: object): unknown; clearCookie(name: string, options: object): unknown };
}

export const ABILITY = 'tejido:ability';

/** Open to everybody, signed in or not: sign-in itself, and what the sign-in page needs. */
export const ANYBODY = 'anybody';

/** Whoever has an account, whatever the role. */
export const SIGNED_IN = 'signed-in';

export type Needed = Ability | typeof ANYBODY | typeof SIGNED_IN;

/**
 * Declares what a query, a mutation or an HTTP route needs; one without it fails at start-up. The guard turns strangers away at the door;
 * whether the viewer may do it to this very record is asked by the service, with `authorize`.
 */
export const Needs = (ability: Needed) => applyDecorators(SetMetadata(ABILITY, ability), UseGuards(new DoorGuard(ability)));

class DoorGuard implements CanActivate {
  constructor(private readonly ability: Needed) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (context.getType<string>() !== 'http') return this.lets(viewerIn(context));
    return findAsker(context.switchToHttp().getRequest<object>()).then(({ viewer }) => this.lets(viewer));
  }

  /** @throws NOT_SIGNED_IN for a stranger, FORBIDDEN for somebody known */
  private lets(viewer: Viewer): true {
    if (this.ability === ANYBODY) return true;
    if (this.ability === SIGNED_IN ? viewer.role !== 'public' : mayEver(viewer, this.ability)) return true;
    throw viewer.role === 'public' ? notSignedIn() : forbidden();
  }
}

/** The viewer of a request, of GraphQL or of an HTTP route: `@TheViewer() viewer: Viewer`. */
export const TheViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => viewerIn(context));

// On a route the guard of `@Needs` came first, and found the asker.
const viewerIn = (context: ExecutionContext): Viewer => (context.getType<string>() === 'http'
  ? askerOf(context.switchToHttp().getRequest<object>()).viewer
  : GqlExecutionContext.create(context).getContext<GraphContext>().viewer);

/** @throws FORBIDDEN unless the viewer may do this to the subject. */
export function authorize(viewer: Viewer, ability: Ability, subject: Subject = {}): void {
  if (viewer.role === 'public') throw notSignedIn();
  if (!can(viewer, ability, subject)) throw forbidden();
}

/** The verbs that the viewer may do to this subject: `viewerCan(viewer, 'agreement', row)` → ['read', 'amend']. */
export function verbsOn(viewer: Viewer, thing: string, subject: Subject): string[] {
  return ABILITIES.filter((ability) => ability.startsWith(`${thing}.`) && can(viewer, ability, subject)).map((ability) => ability.slice(thing.length + 1));
}
