import { fold } from '@tejido/domain/text.js';
import { ZONES_OF_COUNTRIES } from './zones-of-countries.js';

/** The zones of a country, the most populous first; none for no country. */
export const zonesOf = (country: string | null): string[] => (country ? ZONES_OF_COUNTRIES[country]?.split(' ') ?? [] : []);

/**
 * The zone of a place: of a country with several, the one whose city the place names ("Hotel, Cancún"), else its most populous.
 * Null: nothing is known of the place.
 */
export function zoneOfPlace(country: string | null, place: string): string | null {
  const zones = zonesOf(country);
  const words = ` ${fold(place)} `;
  return zones.find((zone) => words.includes(` ${fold(zone.split('/').at(-1)!.replaceAll('_', ' '))} `)) ?? zones[0] ?? null;
}
