// `npm test`: every test of the house, one suite after the other, and a last line that counts them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const results = mkdtempSync(join(tmpdir(), 'tejido-results-'));
const jest = join(root, 'node_modules/jest/bin/jest.js');

const browser = await findChromium();
if (!browser) console.error('No Chromium can be had here: install one or set CHROMIUM_PATH. The journeys will fail.');

// One after the other: API and journeys each run a PostgreSQL, and small machines have two cores.
const suites = [
  { name: 'domain', folder: 'libs/domain' },
  { name: 'api', folder: 'apps/api' },
  { name: 'web', folder: 'apps/web' },
  { name: 'journeys', folder: 'apps/web', config: 'jest.e2e.config.mjs' },
].filter(({ name }) => process.argv.length < 3 || process.argv.includes(name));

const tallies = suites.map(run);
rmSync(results, { recursive: true, force: true });
const sum = (field) => tallies.reduce((total, tally) => total + tally[field], 0);
for (const { name, passed, failed, skipped, seconds } of tallies) console.log(`${name.padEnd(10)} ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

function run({ name, folder, config }) {
  console.log(`\n— ${name}`);
  const started = Date.now();
  const output = join(results, `${name}.json`);
  const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, '--json', `--outputFile=${output}`, ...(config ? ['--config', config] : []), '--passWithNoTests=false'];
  // With --json Jest prints the report to stdout and what a person reads to stderr.
  const { status } = spawnSync(process.execPath, args, { cwd: join(root, folder), stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, CHROMIUM_PATH: browser ?? '', FORCE_COLOR: '0' } });
  const seconds = Math.round((Date.now() - started) / 1000);
  try {
    const report = JSON.parse(readFileSync(output, 'utf8'));
    // A file that cannot run has no tests to fail: it counts as one failure. So does a run that fails after its tests.
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return { name, seconds, passed: report.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed, skipped: report.numPendingTests };
  } catch {
    return { name, seconds, passed: 0, failed: 1, skipped: 0 };
  }
}
