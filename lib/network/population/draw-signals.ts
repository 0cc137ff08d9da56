import {
  flavourOf,
  stretchAlias,
  stretchKeep,
  stretchSegment,
  topicAlias,
  topicCount,
  topicKeep,
  topicProfile,
  topicStart,
} from "./interest-model";
import { countries, noRegion, regions, segmentIds } from "./lists";
import type { MemberBatch } from "./member-batch";
import type { MemberRandom } from "./random";

/** Draws of a member from here on are signals, whatever was drawn about the person before. */
const signalDraws = 1000;
/** Signals are up to this old, so a few have already expired. */
const oldestDays = 200;
/** How often a signal falls on the topic of the one before: people have a few topics, not sixty. */
const stayShare = 0.35;
const noAge = 255;

const regionFlavour = Uint8Array.from(regions, (region) => flavourOf(region.code));
const countryFlavour = Uint8Array.from(countries, (country) => flavourOf(country.code));

/** Fills the signal rows of a batch, each segment at most once a member. */
export function drawSignals(batch: MemberBatch, today: number, random: MemberRandom): void {
  const { signalStart, signalSegment, signalStrength, signalDay } = batch;
  const lastOwner = new Int32Array(segmentIds.length).fill(-1);
  for (let i = 0; i < batch.count; i += 1) {
    const end = signalStart[i + 1] ?? 0;
    const profile = profileOf(batch, i) * topicCount;
    random.seek(batch.first + i, signalDraws);
    let topic = drawTopic(profile, random);
    for (let row = signalStart[i] ?? 0; row < end; row += 1) {
      if (random.unit() >= stayShare) topic = drawTopic(profile, random);
      let segment = drawSegment(topic, random);
      while (lastOwner[segment] === i) {
        topic = drawTopic(profile, random);
        segment = drawSegment(topic, random);
      }
      lastOwner[segment] = i;
      signalSegment[row] = segment;
      signalStrength[row] = strengthOf(random.bits() & 0xff);
      const age = random.unit();
      signalDay[row] = today - Math.floor(oldestDays * age * Math.sqrt(age));
    }
  }
}

function profileOf(batch: MemberBatch, i: number): number {
  const ageBand = batch.ageBand[i] ?? noAge;
  if (ageBand === noAge) return 0;
  const region = batch.region[i] ?? noRegion;
  const flavour =
    region === noRegion ? countryFlavour[batch.country[i] ?? 0] : regionFlavour[region];
  return topicProfile(flavour ?? 0, ageBand, batch.gender[i] ?? 0);
}

function drawTopic(profile: number, random: MemberRandom): number {
  const place = random.unit() * topicCount;
  const column = place | 0;
  const at = profile + column;
  return place - column < (topicKeep[at] ?? 1) ? column : (topicAlias[at] ?? column);
}

function drawSegment(topic: number, random: MemberRandom): number {
  const start = topicStart[topic] ?? 0;
  const place = random.unit() * ((topicStart[topic + 1] ?? 0) - start);
  const column = place | 0;
  const at = start + column;
  const kept = place - column < (stretchKeep[at] ?? 1);
  return stretchSegment[kept ? at : start + (stretchAlias[at] ?? column)] ?? 0;
}

/** Of 256: 55 % weak, 30 % medium, 15 % strong. */
function strengthOf(byte: number): number {
  if (byte < 141) return 1;
  return byte < 218 ? 2 : 3;
}
