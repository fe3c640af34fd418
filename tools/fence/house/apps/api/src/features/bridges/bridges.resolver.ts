// accepted: a feature uses all of itself, the platform and the domain
import { clock } from '../../platform/clock.js';
import { rule } from '../../../../../libs/domain/src/rule.js';
import { input } from './bridge.input.js';
import { service } from './bridges.service.js';
export const all = [clock, rule, input, service];
