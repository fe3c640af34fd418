// accepted: a web feature uses the design system, the app and the domain
import { button } from '../../ui/button.js';
import { request } from '../../app/request.js';
import { rule } from '../../../../../libs/domain/src/rule.js';
export const page = [button, request, rule];
