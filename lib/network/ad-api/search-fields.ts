import { pageParams } from "./common-params";
import type { Described, ParamSpec } from "./node-type";

/** What is answered of a segment. */
export const segmentFields: Readonly<Record<string, Described>> = {
  id: { type: "id", about: "Its id in the IAB Audience Taxonomy 1.1." },
  name: { type: "text", about: "Its name." },
  path: { type: "list of text", about: "From the root down to itself." },
  type: { type: "text", about: "Under which name a targeting takes it; either takes both." },
  nod_kind: { type: "text", about: "interest or purchase intent." },
  nod_policy: { type: "text", about: "allowed, or restricted by a rule." },
  nod_reason: { type: "text", about: "The rule of a restricted one." },
  nod_parent: { type: "flag", about: "Whether there is something below it." },
  nod_parent_id: { type: "id", about: "What it stands below." },
  audience_size_lower_bound: {
    type: "integer",
    about: "People in the whole network, at least.",
    differs: "From the month's released overview: noisy, rounded, the floor below 1,000.",
  },
  audience_size_upper_bound: { type: "integer", about: "The same, at most." },
  nod_size: { type: "object", about: "The same as a range." },
};

/** What is answered of a place. */
export const placeFields: Readonly<Record<string, Described>> = {
  key: { type: "text", about: "ISO 3166-1 of a country, 3166-2 of a region." },
  name: { type: "text", about: "Its name." },
  type: { type: "text", about: "country or region." },
  country_code: { type: "text", about: "The country that it is, or lies in." },
};

export const segmentSearchParams: Readonly<Record<string, ParamSpec>> = {
  ...pageParams,
  q: { type: "text", about: "A part of the name.", required: true },
  limit_type: { type: "text", about: "Only these.", values: ["interests", "behaviors"] },
};

export const searchParams: Readonly<Record<string, ParamSpec>> = {
  ...pageParams,
  type: {
    type: "text",
    about: "What to look for.",
    required: true,
    values: [
      "adinterest",
      "adinterestvalid",
      "adinterestsuggestion",
      "adTargetingCategory",
      "adgeolocation",
      "adgeolocationmeta",
      "adlocale",
      "adcountry",
    ],
  },
  q: { type: "text", about: "A part of the name." },
  class: {
    type: "text",
    about: "Of adTargetingCategory: only these.",
    values: ["interests", "behaviors"],
  },
  interest_list: { type: "list of text", about: "Names, for adinterestvalid and -suggestion." },
  interest_fbid_list: { type: "list of ids", about: "Ids, for adinterestvalid." },
  location_types: {
    type: "list of text",
    about: "Of adgeolocation: only these.",
    values: ["country", "region"],
  },
  country_code: { type: "text", about: "Of adgeolocation: only in this country." },
  countries: { type: "list of text", about: "Keys, for adgeolocationmeta." },
  regions: { type: "list of text", about: "Keys, for adgeolocationmeta." },
};
