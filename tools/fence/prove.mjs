// Proves that the fence of eslint.config.mjs stands: every file of house/ says in its first line whether it must be rejected.
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import config from '../../eslint.config.mjs';

const house = join(dirname(fileURLToPath(import.meta.url)), 'house');
const fence = new Set(['boundaries/dependencies', '@typescript-eslint/no-explicit-any']);

/** The project's own configuration with the small house as its root. */
function configFor(root) {
  return config.map((part) => {
    if (part.ignores && !part.files && !part.rules) return { ignores: ['**/node_modules/**'] };
    if (!part.settings?.['boundaries/root-path']) return part;
    return { ...part, settings: { ...part.settings, 'boundaries/root-path': root } };
  });
}

const eslint = new ESLint({ cwd: house, overrideConfigFile: true, overrideConfig: configFor(house) });
const results = await eslint.lintFiles(['.']);
const wrong = results.flatMap(({ filePath, messages }) => {
  const [firstLine] = readFileSync(filePath, 'utf8').split('\n');
  const mustReject = firstLine.startsWith('// rejected');
  const rejected = messages.some(({ ruleId }) => fence.has(ruleId));
  if (mustReject === rejected && messages.every(({ ruleId }) => fence.has(ruleId))) return [];
  const said = messages.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('; ') || 'nothing';
  return [`${relative(house, filePath)} should be ${mustReject ? 'rejected' : 'accepted'} (${firstLine}); ESLint says ${said}`];
});
const refused = results.filter(({ errorCount }) => errorCount > 0).length;
if (wrong.length > 0 || refused === 0) {
  console.error(`The fence does not stand:\n${wrong.join('\n')}`);
  process.exit(1);
}
console.log(`fence: ${refused} forbidden imports rejected, ${results.length - refused} files accepted`);
