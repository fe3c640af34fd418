import type { Point } from './graph.js';
import type { LayoutTask } from './layout.js';

let worker: Worker | null = null;
let tasks = 0;
const waiting = new Map<number, (positions: Map<string, Point>) => void>();

/** Lays out in the worker; without workers (tests) here. Answers positions by id. */
export async function startLayout(layout: LayoutTask): Promise<Map<string, Point>> {
  if (typeof Worker === 'undefined') return (await import('./layout.js')).layOut(layout);
  worker ??= startWorker();
  const task = (tasks += 1);
  return new Promise((done) => {
    waiting.set(task, done);
    worker!.postMessage({ task, layout });
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<{ task: number; positions: Map<string, Point> }>) => {
    waiting.get(data.task)?.(data.positions);
    waiting.delete(data.task);
  });
  return started;
}
