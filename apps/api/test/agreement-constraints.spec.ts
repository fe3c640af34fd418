import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Registry } from './support/harness.js';

/** What the database itself refuses, whoever writes: one line a named constraint. */
let registry: Registry;
const given: Record<string, string> = {};

beforeAll(async () => {
  registry = await openRegistry();
  const id = async (text: string, values: unknown[] = []) => (await registry.sql(text, values))[0].id as string;
  [given['OIM'], given['ONU'], given['NGO']] = [await registry.organisation(), await registry.organisation(), await registry.organisation()];
  [given['ANA'], given['BEA']] = [(await registry.as('secretariat')).userId!, (await registry.as('secretariat')).userId!];
  given['FIRST'] = await id("insert into agreement (title, kind, reference, reference_series, reference_number, effective_from, effective_to) values ('Primero', 'memorandum', 'S/1', 'S/{N}', 1, '2024-01-01', '2026-12-31') returning id");
  given['SECOND'] = await id("insert into agreement (title, kind, renews_id, part_of_id) values ('Segundo', 'memorandum', $1, $1) returning id", [given['FIRST']]);
  given['PARTY'] = await id("insert into agreement_party (agreement_id, organisation_id, signed_on) values ($1, $2, '2024-02-01') returning id", [given['FIRST'], given['OIM']]);
  await id("insert into agreement_amendment (agreement_id, number, title, signed_on, effective_from) values ($1, 1, 'Primera', '2024-06-01', '2024-06-01') returning id", [given['FIRST']]);
  given['SOMEBODY'] = await id("insert into person (name) values ('Ana Paz') returning id");
  given['FOREIGN'] = await id("insert into evidence (agreement_id, title, address) values ($1, 'De otro', 'https://example.org') returning id", [given['SECOND']]);
  await id("insert into agreement_suspension (agreement_id, from_day, to_day) values ($1, '2025-01-01', '2025-06-30') returning id", [given['FIRST']]);
  given['PROOF'] = await id("insert into evidence (agreement_id, title, address, added_by) values ($1, 'Texto', 'https://example.org', $2) returning id", [given['FIRST'], given['ANA']]);
  given['PROMISE'] = await id("insert into commitment (text, owner_user_id, due_on) values ('Enviar', $1, '2026-01-01') returning id", [given['ANA']]);
});
afterAll(() => registry.close());

const refusedBy = async (statement: string): Promise<string | undefined> =>
  registry.sql(statement.replace(/\$([A-Z]+)/g, (_, name: string) => `'${given[name]}'`)).then(() => 'nothing', (error: { constraint?: string }) => error.constraint);

describe('the database refuses, by a constraint of this name,', () => {
  it.each([
    ['agreement_days', "update agreement set effective_to = '2023-12-31' where id = $FIRST"],
    ['agreement_series_key', "insert into agreement (title, kind, reference, reference_series, reference_number) values ('x', 'memorandum', 'S/1', 'S/{N}', 1)"],
    ['agreement_series_pair', "update agreement set reference_series = null where id = $FIRST"],
    ['agreement_entry_rule_check', "update agreement set entry_rule = 'wish' where id = $FIRST"],
    ['agreement_day_named', "update agreement set entry_rule = 'day' where id = $SECOND"],
    ['agreement_act_named', "update agreement set entry_rule = 'act' where id = $FIRST"],
    ['agreement_act_told', "update agreement set act_on = '2025-01-01' where id = $FIRST"],
    ['agreement_act_after_signature', "update agreement set entry_rule = 'act', entry_act = 'Depósito', act_on = '2024-01-31' where id = $FIRST"],
    ['agreement_signed_after_date', "update agreement set dated_on = '2024-02-02' where id = $FIRST"],
    ['agreement_party_ratification', "update agreement_party set ratified_on = '2024-03-01' where id = $PARTY"],
    ['agreement_party_ratification', "update agreement_party set ratification_required = true, ratified_on = '2024-01-01' where id = $PARTY"],
    ['agreement_party_left_later', "update agreement_party set ratification_required = true, ratified_on = '2024-03-01', withdrawn_on = '2024-02-15' where id = $PARTY"],
    ['agreement_party_stage_check', "update agreement_party set stage = 'engaged' where id = $PARTY"],
    ['agreement_party_evidence_fkey', "update agreement_party set evidence_id = $FOREIGN where id = $PARTY"],
    ['agreement_amendment_number_key', "insert into agreement_amendment (agreement_id, number, title, signed_on, effective_from) values ($FIRST, 1, 'x', '2025-01-01', '2025-01-01')"],
    ['agreement_amendment_no_gap', "insert into agreement_amendment (agreement_id, number, title, signed_on, effective_from) values ($FIRST, 3, 'x', '2025-01-01', '2025-01-01')"],
    ['agreement_amendment_numbered', "insert into agreement_amendment (agreement_id, title, signed_on, effective_from) values ($FIRST, 'x', '2025-01-01', '2025-01-01')"],
    ['agreement_amendment_after_signature', "insert into agreement_amendment (agreement_id, number, title, signed_on, effective_from) values ($FIRST, 2, 'x', '2024-01-15', '2025-01-01')"],
    ['agreement_amendment_days', "insert into agreement_amendment (agreement_id, title, effective_from, changes_end, effective_to) values ($FIRST, 'x', '2025-01-01', true, '2024-12-31')"],
    ['agreement_amendment_end', "insert into agreement_amendment (agreement_id, title, effective_to) values ($FIRST, 'x', '2024-12-31')"],
    ['agreement_former_signatory_reason_check', "insert into agreement_former_signatory (party_id, person_id, reason, replaced_on) values ($PARTY, $SOMEBODY, '', '2025-01-01')"],
    ['agreement_country_needed', "update agreement set visibility = 'country' where id = $FIRST"],
    ['agreement_title_check', "update agreement set title = '' where id = $FIRST"],
    ['agreement_stage_check', "update agreement set stage = 'married' where id = $FIRST"],
    ['agreement_visibility_check', "update agreement set visibility = 'everybody' where id = $FIRST"],
    ['agreement_kind_fkey', "update agreement set kind = 'handshake' where id = $FIRST"],
    ['agreement_themes_known', "update agreement set themes = '{fishing}' where id = $FIRST"],
    ['agreement_sdgs_known', "update agreement set sdgs = '{18}' where id = $FIRST"],
    ['agreement_signatures_required_check', 'update agreement set signatures_required = 0 where id = $FIRST'],
    ['agreement_signatures_reachable', 'update agreement set signatures_required = 2 where id = $FIRST'],
    ['agreement_termination', "update agreement set terminated_on = '2024-01-31' where id = $FIRST"],
    ['agreement_termination_told', "update agreement set termination_reason = 'x' where id = $FIRST"],
    ['agreement_not_own_renewal', 'update agreement set renews_id = id where id = $FIRST'],
    ['agreement_renews_id_no_cycle', 'update agreement set renews_id = $SECOND where id = $FIRST'],
    ['agreement_not_own_part', 'update agreement set part_of_id = id where id = $FIRST'],
    ['agreement_part_of_id_no_cycle', 'update agreement set part_of_id = $SECOND where id = $FIRST'],
    ['agreement_party_once', 'insert into agreement_party (agreement_id, organisation_id) values ($FIRST, $OIM)'],
    ['agreement_party_days', "update agreement_party set withdrawn_on = '2024-01-31' where id = $PARTY"],
    ['agreement_party_withdrawal_told', "update agreement_party set withdrawal_reason = 'x' where id = $PARTY"],
    ['agreement_party_role_fkey', "update agreement_party set role = 'friend' where id = $PARTY"],
    ['agreement_suspension_days', "insert into agreement_suspension (agreement_id, from_day, to_day) values ($FIRST, '2026-02-01', '2026-01-31')"],
    ['agreement_suspension_no_overlap', "insert into agreement_suspension (agreement_id, from_day, to_day) values ($FIRST, '2025-06-30', '2025-07-31')"],
    ['agreement_suspension_within', "insert into agreement_suspension (agreement_id, from_day) values ($FIRST, '2027-01-01')"],
    ['evidence_one_subject', "insert into evidence (title, address) values ('x', 'https://example.org')"],
    ['evidence_found_somewhere', "insert into evidence (agreement_id, title) values ($FIRST, 'x')"],
    ['evidence_address_check', "update evidence set address = 'ftp://example.org' where id = $PROOF"],
    ['evidence_title_check', "update evidence set title = '' where id = $PROOF"],
    ['evidence_verified_by_another', "update evidence set verified_by = $ANA, verified_on = '2026-01-01' where id = $PROOF"],
    ['evidence_verified_pair', 'update evidence set verified_by = $BEA where id = $PROOF'],
    ['commitment_text_check', "update commitment set text = '' where id = $PROMISE"],
    ['commitment_somebody_owes', 'update commitment set owner_user_id = null where id = $PROMISE'],
    ['commitment_country_needed', "update commitment set visibility = 'country' where id = $PROMISE"],
    ['commitment_verified_after', "update commitment set verified_on = '2026-01-01' where id = $PROMISE"],
    ['commitment_one_end', "update commitment set fulfilled_on = '2026-01-01', cancelled_on = '2026-01-01' where id = $PROMISE"],
    ['commitment_verified_by_another', "update commitment set fulfilled_on = '2026-01-01', verified_on = '2026-01-01', verified_by = $ANA where id = $PROMISE"],
    ['commitment_postponement_later', "insert into commitment_postponement (commitment_id, from_day, to_day) values ($PROMISE, '2026-01-01', '2026-01-01')"],
  ])('%s', async (constraint, statement) => {
    expect(await refusedBy(statement)).toBe(constraint);
  });

  it('and nothing of what is right', async () => {
    expect(await refusedBy("update agreement set terminated_on = '2024-02-01', termination_reason = 'x' where id = $FIRST")).toBe('nothing');
    expect(await refusedBy('insert into agreement_party (agreement_id, organisation_id) values ($FIRST, $ONU)')).toBe('nothing');
    expect(await refusedBy('update agreement set signatures_required = 2 where id = $FIRST')).toBe('nothing');
    expect(await refusedBy("update commitment set fulfilled_on = '2026-01-01', verified_on = '2026-01-01', verified_by = $BEA where id = $PROMISE")).toBe('nothing');
  });

  it('a write outside the unit of work', async () => {
    await registry.sql("select set_config('tejido.actor', '', false)");
    await expect(registry.sql("update agreement set summary = 'x'")).rejects.toThrow('outside the unit of work');
    await registry.sql("select set_config('tejido.actor', ':test', false)");
  });
});
