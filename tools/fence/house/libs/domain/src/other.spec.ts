// accepted: a test of the domain uses the tools of tests
import { jest } from '@jest/globals';
export const all = [jest];
