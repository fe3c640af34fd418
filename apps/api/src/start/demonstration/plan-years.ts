import { stableId } from '../stable-id.js';

const PRESIDENCIES = ['PA', 'GT', 'HN', 'DO', 'SV', 'NI', 'MX', 'CR', 'BZ'] as const;

/** A year each, from 2019 on; the day of handover belongs to the incoming one. */
export const presidencyRows = (): object[] =>
  PRESIDENCIES.map((country, index) => ({ id: stableId('presidency', country), country, from_day: `${2019 + index}-01-01`,
    to_day: `${2020 + index}-01-01` }));

const WHY = 'Meta de demostración, acordada por el consejo directivo';

/** Goals that some years meet and others miss, so that every light is seen; the last year of joint activities has none. */
const TARGETS: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  alliances_in_force: [[2019, 4], [2020, 8], [2021, 13], [2022, 24], [2023, 29], [2024, 30], [2025, 31], [2026, 34], [2027, 36]],
  joint_activities_done: [[2019, 2], [2020, 3], [2021, 8], [2022, 10], [2023, 12], [2024, 12], [2025, 13], [2026, 9]],
  good_practice_encounters: [[2021, 1], [2022, 2], [2023, 2], [2024, 2], [2025, 2], [2026, 2], [2027, 2]],
};

export const targetRows = (): object[] =>
  Object.entries(TARGETS).flatMap(([indicator, years]) => years.map(([year, value]) => ({ indicator, year, value, rationale: WHY,
    version: 1 })));
