// What browsers have and jsdom lacks, so that Mantine and cytoscape can mount.
import '@testing-library/jest-dom/jest-globals';
import { afterEach } from '@jest/globals';
import { cleanup } from '@testing-library/react';

window.matchMedia ??= (query) => ({
  matches: false, media: query, onchange: null,
  addListener() {}, removeListener() {}, addEventListener() {}, removeEventListener() {},
  dispatchEvent: () => false,
});
globalThis.ResizeObserver ??= class { observe() {} unobserve() {} disconnect() {} };
globalThis.IntersectionObserver ??= class { observe() {} unobserve() {} disconnect() {} takeRecords() { return []; } };
document.fonts ??= { addEventListener() {}, removeEventListener() {}, ready: Promise.resolve() };
window.HTMLElement.prototype.scrollIntoView = () => {};
window.scrollTo = () => {};

// A canvas context that accepts every call and measures every text as one pixel wide.
HTMLCanvasElement.prototype.getContext = function getContext() {
  const known = { canvas: this, measureText: () => ({ width: 1 }), getImageData: () => ({ data: [] }) };
  return new Proxy(known, {
    get: (context, key) => (key in context ? context[key] : () => {}),
    set: (context, key, value) => { context[key] = value; return true; },
  });
};

afterEach(cleanup);
