import { layOut, type LayoutTask } from './layout.js';

/** The layout in a thread of its own, so that the page keeps answering meanwhile. A file of ours: the policy forbids blob workers. */
addEventListener('message', ({ data }: MessageEvent<{ task: number; layout: LayoutTask }>) => {
  postMessage({ task: data.task, positions: layOut(data.layout) });
});
