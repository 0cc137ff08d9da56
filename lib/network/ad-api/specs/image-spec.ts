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
    id: { read: (node) => `${node.accountId}:${String(node.data.hash)}` },
    status: { read: (node) => node.status },
    hash: {},
    name: {},
    url: { read: (node, _account, { call }) => imageAddress(call, String(node.data.hash)) },
    permalink_url: {
      read: (node, _account, { call }) => imageAddress(call, String(node.data.hash)),
    },
  },
  rules: [],
};
