import { noAgeBand } from "./age-structure";
import { pick } from "./alias-table";
import type { PeopleColumns } from "./allocate-members";
import { countryModels, countryTable } from "./country-model";
import { drawConsent } from "./draw-consent";
import type { PopulationSlice } from "./generate-members";
import { noRegion } from "./lists";
import type { MemberRandom } from "./random";

const messagingOnlyShare = 1 / 3;
const fewestSignals = 12;
const mostSignals = 30;
const longestIdleDays = 120;
const relevantAdsBits = 0b111;

/** Everything about the members of a slice except their signals and companies. */
export function drawPeople(slice: PopulationSlice, random: MemberRandom): PeopleColumns {
  const { count } = slice;
  const columns: PeopleColumns = {
    country: new Uint8Array(count),
    region: new Uint16Array(count),
    language: new Uint8Array(count),
    ageBand: new Uint8Array(count),
    gender: new Uint8Array(count),
    device: new Uint8Array(count),
    onSocial: new Uint8Array(count),
    lastActiveDay: new Uint16Array(count),
    consent: new Uint16Array(count),
    signals: new Uint8Array(count),
    companies: new Uint8Array(count),
  };
  for (let i = 0; i < count; i += 1) {
    random.seek(slice.first + i, 0);
    drawPerson(columns, i, slice.today, random);
  }
  return columns;
}

function drawPerson(to: PeopleColumns, i: number, today: number, random: MemberRandom): void {
  const country = pick(countryTable, random.unit());
  const model = countryModels[country];
  if (!model) return;
  to.country[i] = country;
  const age = pick(model.age, random.unit());
  to.ageBand[i] = age === noAgeBand ? 255 : age;
  to.gender[i] = pick(model.gender, random.unit());
  const place = random.unit();
  to.region[i] = model.region ? model.firstRegion + pick(model.region, place) : noRegion;
  to.language[i] = model.languages[pick(model.language, random.unit())] ?? 0;
  to.device[i] = pick(model.device, random.unit());
  // Posting falls with age; the mean over all members stays at a third messaging only.
  const alone = messagingOnlyShare * (age === noAgeBand ? 1 : 0.7 + 0.15 * age);
  const onSocial = random.unit() >= alone ? 1 : 0;
  to.onSocial[i] = onSocial;
  const idle = random.unit();
  to.lastActiveDay[i] = today - Math.floor(idle * idle * idle * idle * longestIdleDays);
  const consent = drawConsent(onSocial === 1, random);
  to.consent[i] = consent;
  // Signals need a yes to relevant ads for somebody, and an adult: there are none to delete, because none were collected.
  const spread = (random.unit() + random.unit()) / 2;
  const room = mostSignals - fewestSignals + 1;
  if (age !== noAgeBand && (consent & relevantAdsBits) !== 0) {
    to.signals[i] = fewestSignals + Math.floor(spread * room);
  }
  const known = random.unit() * random.unit();
  if (age !== noAgeBand) to.companies[i] = Math.floor(known * 11);
}
