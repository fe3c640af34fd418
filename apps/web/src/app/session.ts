import { useQuery, type QueryClient } from '@tanstack/react-query';
import { ROLES, type Ability, type Role } from '@tejido/domain/policy.js';
import { createContext, useContext } from 'react';
import { graphql } from '../gql/gql.js';
import type { SessionQuery as SessionQueryAnswer } from '../gql/graphql.js';
import { request } from './graphql.js';
import { armGate, isGateArmed, openGate, waitForSignIn } from './session-gate.js';
import { forgetRecentRecords } from './shell/recent-records.js';
import { forgetAllDrafts } from '../ui/use-draft.js';

const SessionQuery = graphql(`
  query Session {
    session {
      viewer { id name email role country language abilities }
      coalition { acronym name { es en } demonstration members timeZone }
      demoSignIns { email password role name country }
      needsSetUp
    }
  }
`);

export type Session = SessionQueryAnswer['session'];

/** Who is signed in; `country` is null for those of the whole coalition. */
export type Viewer = Omit<NonNullable<Session['viewer']>, 'role'> & { role: Role };

/** Its `members` are country codes; `demonstration`: the data are made up, and every page says so. */
export type Coalition = Session['coalition'];

/** A demonstration account; its password is public on purpose and exists only where the data are made up. */
export type DemoSignIn = Session['demoSignIns'][number];

/** The role as one of the known ones; what is unknown sees the least. */
export const asRole = (role: string): Role => ROLES.find((known) => known === role) ?? 'public';

const SESSION_KEY = ['Session'];

/** Who is signed in. When a session ended by itself, the last answer stays until the reader has signed in again. */
export function useSession() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: readSession, staleTime: Infinity });
}

async function readSession(): Promise<Session> {
  const read = async () => (await request(SessionQuery, {}, { whenSignedOut: 'throw' })).session;
  let session = await read();
  // The page must not fall back to the sign-in page under somebody's half-written form.
  if (!session.viewer && isGateArmed() && await waitForSignIn()) session = await read();
  armGate(session.viewer !== null);
  return session;
}

/** Reads the session again after a sign-in, and lets the waiting requests go on. */
export async function signedIn(client: QueryClient): Promise<void> {
  openGate(true);
  await client.invalidateQueries({ queryKey: SESSION_KEY });
}

/** Forgets everything that belonged to the viewer, drafts included: the next reader may be somebody else. */
export async function signedOut(client: QueryClient): Promise<void> {
  armGate(false);
  openGate(false);
  forgetAllDrafts();
  forgetRecentRecords();
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
  await client.invalidateQueries({ queryKey: SESSION_KEY });
}

export const SignedInContext = createContext<{ viewer: Viewer; coalition: Coalition } | null>(null);

function useSignedIn() {
  const session = useContext(SignedInContext);
  if (!session) throw new Error('This component belongs on a page for signed-in viewers');
  return session;
}

/** The signed-in viewer. What they may do to one record is the record's `viewerCan`, never derived from the role here. */
export const useViewer = (): Viewer => useSignedIn().viewer;

/** True when the viewer may ever do this ('agreement.register'): whether to show a button that begins something new. */
export const useMay = (ability: Ability): boolean => useSignedIn().viewer.abilities.includes(ability);

export const useCoalition = (): Coalition => useSignedIn().coalition;

