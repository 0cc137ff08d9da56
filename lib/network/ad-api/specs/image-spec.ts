import { imageAddress } from "../image-address";
import type { ObjectSpec } from "../object-spec";
import { commonFields } from "./common-fields";

/** Pictures are made by `uploadImage`, from bytes; they are read like any other object. */
export const imageSpec: ObjectSpec = {
  kind: "image",
  name: "AdImage",
  edge: "adimages",
  fields: {
    ...commonFields,
    id: {
      answers: "id",
      about: "Account and hash.",
      read: (node) => `${node.accountId}:${String(node.data.hash)}`,
    },
    status: { about: "ACTIVE.", read: (node) => node.status },
    hash: { about: "The first half of the SHA-256 of its bytes.", differs: "Meta uses MD5." },
    name: { about: "As it was uploaded." },
    url: {
      about: "Where it is.",
      read: (node, _account, { call }) => imageAddress(call, String(node.data.hash)),
    },
    permalink_url: {
      about: "The same.",
      read: (node, _account, { call }) => imageAddress(call, String(node.data.hash)),
    },
  },
  rules: [],
};
