import { hash, verify } from '@node-rs/argon2';
import { problem, type FieldProblem } from '@tejido/domain/error.js';

/** OWASP's argon2id parameters: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const SHORTEST = 15;
const LONGEST = 200;
// What is guessed first, folded: words that stand alone or one after the other with numbers, and what fingers do in rows.
const COMMON_WORDS = /^(password|passw0rd|contrasena|clave|secreto|secret|qwerty|admin|administrador|administrator|usuario|user|welcome|bienvenid[oa]|letmein|iloveyou|teamo|abc|tejido|corett|secretaria)+$/;
const ROWS = ['01234567890123456789', '98765432109876543210', 'abcdefghijklmnopqrstuvwxyz', 'zyxwvutsrqponmlkjihgfedcba', 'qwertyuiopasdfghjklzxcvbnm', 'qwertyuiopasdfghjklnzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm'];
const FEWEST_CHARACTERS = 5;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST);

export const passwordFits = (passwordHash: string, password: string): Promise<boolean> => verify(passwordHash, password.normalize('NFC'));

export function passwordProblems(path: string, password: string): FieldProblem[] {
  if (password.length > LONGEST) return [problem(path, 'too_long', { max: LONGEST })];
  if ([...password].length < SHORTEST) return [problem(path, 'password_short', { min: SHORTEST })];
  return isCommon(password) ? [problem(path, 'password_common')] : [];
}

function isCommon(password: string): boolean {
  const folded = password.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]/g, '');
  const letters = folded.replace(/\d/g, '');
  return new Set(password.toLowerCase()).size < FEWEST_CHARACTERS || COMMON_WORDS.test(letters) || COMMON_WORDS.test(folded)
    || ROWS.some((row) => row.includes(folded) || folded.startsWith(row));
}

let decoy: Promise<string> | undefined;
/** An unknown user costs the same time as a wrong password. */
export const decoyHash = (): Promise<string> => (decoy ??= hashPassword('nobody has this password'));
