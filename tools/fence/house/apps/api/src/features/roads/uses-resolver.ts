// rejected: another feature's resolver
export { all } from '../bridges/bridges.resolver.js';
