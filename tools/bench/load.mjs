// Asks one side as fast as so many askers at once can, bounded in time and in number.
import { Agent, request } from 'node:http';

const agents = new Map();

/** @param body JSON text; @returns the answer's text. */
export function post({ port, path, cookie }, body) {
  const agent = agents.get(port) ?? new Agent({ keepAlive: true, maxSockets: 32 });
  agents.set(port, agent);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method: 'POST', agent,
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie } }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(parts) }));
      response.on('error', reject);
    });
    // An idle connection that the server closed just now: asked again on a new one.
    asked.on('error', (error) => (asked.reusedSocket && error.code === 'ECONNRESET' ? post({ port, path, cookie }, body).then(resolve, reject) : reject(error)));
    asked.end(body);
  });
}

/**
 * One round. @param bodyOf the body of the n-th request; @param limits { ms, most }.
 * @returns { perSecond, latencies, turnedAway } what was answered, latencies in ms; and how many the side turned away (503) because no connection
 * became free in time, as both sides do after the same wait. @throws when an answer is neither.
 */
export async function round(side, bodyOf, askers, { ms, most }) {
  const latencies = [];
  const begun = performance.now();
  let [sent, turnedAway] = [0, 0];
  const asker = async () => {
    while (sent < most && performance.now() - begun < ms) {
      const body = bodyOf(sent++);
      const at = performance.now();
      const { status, text } = await post(side, body);
      if (status === 503) { turnedAway++; continue; }
      latencies.push(performance.now() - at);
      if (status !== 200 || text.subarray(0, 12).includes('errors')) throw new Error(`${side.name}: ${status} ${text.subarray(0, 500)}`);
    }
  };
  await Promise.all(Array.from({ length: askers }, asker));
  return { perSecond: latencies.length / ((performance.now() - begun) / 1000), latencies, turnedAway };
}

export const closeAll = () => { for (const agent of agents.values()) agent.destroy(); };

export const median = (numbers) => quantile(numbers, 0.5);

export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
