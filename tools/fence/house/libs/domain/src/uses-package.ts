// rejected: the domain imports nothing
import pg from 'pg';
export const all = [pg];
