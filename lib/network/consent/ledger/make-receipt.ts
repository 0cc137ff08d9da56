import { findNotice } from "../notices/find-notice";
import { noticeText } from "../notices/notice-text";
import type { Json } from "./canonical-json";
import { readCheckpoint } from "./checkpoint";
import type { EventDetails } from "./consent-event";
import { subjectOf } from "./leaf";
import type { ReceiptProof } from "./receipt-proof";
import { dataUsed, dpvPurposes, dpvStates, recipientNames } from "./receipt-terms";

const context = {
  dct: "http://purl.org/dc/terms/",
  dpv: "https://w3id.org/dpv#",
  "dpv-27560": "https://w3id.org/dpv/schema/dpv-27560#",
  nod: "urn:nod:consent-ledger:1#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  skos: "http://www.w3.org/2004/02/skos/core#",
} as const;

/**
 * A receipt of one event: the fields of a consent record of ISO/IEC TS 27560:2023 as the guide of the W3C community group DPVCG
 * writes them with DPV terms (w3id.org/dpv/guides/consent-27560), and the proof under `nod:proof`. Our own rendering: nobody certified it.
 * Every field follows from the proof, so that a verifier can make the receipt again and compare.
 */
export function makeReceipt(proof: ReceiptProof): { readonly [key: string]: Json } {
  const { details, leaf } = proof;
  const origin = readCheckpoint(proof.checkpoint)?.origin ?? "";
  const language = details.language ?? "und";
  return {
    "@context": context,
    "@type": ["dpv:ConsentRecord"],
    "dct:conformsTo": "dpv-27560:receipt-record",
    "dpv:hasIdentifier": `${origin}/${leaf}`,
    "dpv:hasDataSubject": {
      "@type": ["dpv:DataSubject"],
      "dpv:hasIdentifier": subjectOf(proof.leafData) ?? "",
    },
    "dct:created": details.at,
    "dct:creator": "network",
    "dct:language": language,
    "dpv:hasNotice": noticeOf(details),
    "dpv:hasProcess": [processOf(details)],
    "dpv:hasEntity": entities,
    "nod:proof": proof,
  };
}

function noticeOf(details: EventDetails): Json {
  const notice = findNotice(details.notice, details.language);
  return {
    "@type": ["dpv:ConsentNotice"],
    "dct:hasVersion": details.notice,
    "dct:language": details.language,
    "nod:sha256": details.noticeSha256,
    "nod:exactText": notice && noticeText(notice),
  };
}

function processOf(details: EventDetails): Json {
  const { purpose, recipients } = details;
  const words = findNotice(details.notice, details.language)?.purposes[purpose];
  return {
    "dpv:hasPurpose": [
      {
        "@type": ["dpv:Purpose"],
        "dct:identifier": purpose,
        "skos:broader": dpvPurposes[purpose],
        "skos:prefLabel": words?.title ?? purpose,
        "skos:definition": words?.means ?? null,
      },
    ],
    "dpv:hasPersonalData": [
      {
        "@type": ["dpv:PersonalData"],
        "skos:broader": ["dpv:PersonalData"],
        "skos:prefLabel": dataUsed[purpose],
      },
    ],
    "dpv:hasProcessing": ["dpv:Use"],
    "dpv:hasDataController": ["network"],
    "dpv:hasDataSource": ["dpv:DataSubjectDataSource"],
    "dpv:hasStorageCondition": [
      {
        "@type": ["dpv:StorageDuration"],
        "dpv:hasDuration": {
          "@type": "dpv:UntilEventDuration",
          "rdf:value": "Until the consent is withdrawn; interest signals at most 180 days.",
        },
      },
    ],
    "dpv:hasRecipient": recipients,
    "dpv:hasLegalBasis": "dpv:Consent",
    "dpv:hasConsentStatus": dpvStates[details.type],
    "dct:date": details.clientAt ?? details.at,
    "dct:valid": "Until withdrawn.",
    "dpv:isIndicatedBy": details.actor,
    "dpv:hasIndicationMethod": details.method,
  };
}

const entities: Json = {
  network: { "@type": ["dpv:DataController"], "dpv:hasName": "The messaging network" },
  ...Object.fromEntries(
    Object.entries(recipientNames).map(([id, name]) => [
      id,
      { "@type": ["dpv:Recipient"], "dpv:hasName": name },
    ]),
  ),
};
