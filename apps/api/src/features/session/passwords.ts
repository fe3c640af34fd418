import { hash, verify } from '@node-rs/argon2';
import { problem, type FieldProblem } from '@tejido/domain/error.js';

/** OWASP's argon2id parameters: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const SHORTEST = 15;
const LONGEST = 200;
// Long passwords that everybody guesses first.
const COMMON = /^(.)\1+$|^(password|contraseña|contrasena|qwerty|123456|abc123|tejido)+[\d!.]*$|^(0123456789|1234567890|abcdefghijklmnopqrstuvwxyz)/i;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST);

export const passwordFits = (passwordHash: string, password: string): Promise<boolean> => verify(passwordHash, password.normalize('NFC'));

export function passwordProblems(path: string, password: string): FieldProblem[] {
  if (password.length > LONGEST) return [problem(path, 'too_long', { max: LONGEST })];
  if ([...password].length < SHORTEST) return [problem(path, 'password_short', { min: SHORTEST })];
  return COMMON.test(password) ? [problem(path, 'password_common')] : [];
}

let decoy: Promise<string> | undefined;
/** An unknown user costs the same time as a wrong password. */
export const decoyHash = (): Promise<string> => (decoy ??= hashPassword('nobody has this password'));
