import { z } from "zod/mini";
import { ok } from "@/lib/result";
import { wrong } from "../fault";
import { json, text } from "../field-types";
import { imageAddress, imageOperation } from "../image-address";
import type { ObjectSpec, Rule } from "../object-spec";
import { commonFields } from "./common-fields";

const callToActions = [
  "LEARN_MORE",
  "SHOP_NOW",
  "SIGN_UP",
  "CONTACT_US",
  "BOOK_NOW",
  "SUBSCRIBE",
  "DOWNLOAD",
  "GET_OFFER",
  "MESSAGE_PAGE",
  "NO_BUTTON",
] as const;

const storySpec = z.strictObject({
  page_id: z.string().check(z.minLength(1), z.maxLength(60)),
  link_data: z.strictObject({
    link: z.url().check(z.maxLength(2000)),
    message: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
    name: z.optional(z.string().check(z.maxLength(255))),
    description: z.optional(z.string().check(z.maxLength(255))),
    image_hash: z.optional(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
    call_to_action: z.optional(
      z.strictObject({
        type: z.literal([...callToActions]),
        value: z.optional(z.strictObject({ link: z.optional(z.url()) })),
      }),
    ),
  }),
});

/** A creative's story as stored; it was checked when it was made. */
export const storyOf = (data: Readonly<Record<string, unknown>>) =>
  storySpec.parse(data.object_story_spec);

const knownPageAndImage: Rule = async ({ data, account, written }, { deps }) => {
  if (!written.has("object_story_spec")) return ok(null);
  const { page_id: page, link_data: link } = storyOf(data);
  if (!deps.catalogue.hasCompany(page)) {
    return wrong(["object_story_spec", "page_id"], `The network knows no company “${page}”.`);
  }
  if (!link.image_hash) return ok(null);
  const image = await deps.objects.getByOperation(account.id, imageOperation(link.image_hash));
  return image && image.status !== "DELETED"
    ? ok(null)
    : wrong(
        ["object_story_spec", "link_data", "image_hash"],
        "The account has no image with this hash.",
      );
};

export const creativeSpec: ObjectSpec = {
  kind: "creative",
  name: "AdCreative",
  edge: "adcreatives",
  fields: {
    ...commonFields,
    status: { about: "ACTIVE until it is deleted.", read: (node) => node.status },
    name: { type: text(400), about: "Its name in the account's library." },
    object_story_spec: {
      type: json(storySpec),
      about:
        "`{page_id, link_data}`: link, message, name, description, image_hash, call_to_action.",
      differs: "link_data only. A page is a company of this network.",
      required: true,
      fixed: true,
    },
    title: { about: "The headline.", read: (node) => storyOf(node.data).link_data.name },
    body: { about: "The text.", read: (node) => storyOf(node.data).link_data.message },
    image_hash: { about: "The picture.", read: (node) => storyOf(node.data).link_data.image_hash },
    image_url: {
      about: "Where the picture is.",
      read: (node, _account, { call }) => {
        const hash = storyOf(node.data).link_data.image_hash;
        return hash ? imageAddress(call, hash) : undefined;
      },
    },
  },
  rules: [knownPageAndImage],
};
