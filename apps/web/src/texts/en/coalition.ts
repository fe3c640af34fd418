import type { Texts } from '../shape.js';

export const coalition = {
  title: 'The coalition',
  intro: 'Shown in reports and where people sign in.',
  acronym: 'Acronym',
  nameEs: 'Name in Spanish',
  nameEn: 'Name in English',
  officialSince: 'Recognised since (year)',
  timeZone: 'Time zone',
  timeZoneHint: 'Days are counted in it: “today” is the day there.',
  memberships: 'Member countries',
  membershipsHint: 'On the day “until” the country is no longer a member. Without that day it still is.',
  country: 'Country',
  fromDay: 'Member since',
  toDay: 'Until',
  addCountry: 'Add a country',
  removeCountry: 'Remove {{name}}',
  newCountry: 'new country',
  save: 'Save',
  saved: 'The coalition\'s data are saved',
} satisfies Texts['coalition'];
