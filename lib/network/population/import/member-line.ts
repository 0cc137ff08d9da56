import { z } from "zod/mini";
import { purposes, recipients } from "@/lib/network/consent/purposes";
import { companyKinds, devices, genders } from "@/lib/network/reach/expression";

const day = z.iso.date();
const sha256 = z.string().check(z.regex(/^[0-9a-fA-F]{64}$/));
/** A company's id stands in addresses and rules, so it is short and plain. */
export const companyId = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/));
const orUnknown = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

/** A line of an import: one member as JSON. Fields that are not named here are refused, so that nothing is lost by a misspelling. */
export const memberLine = z.strictObject({
  /** The network's own id of the person: printable ASCII without spaces. */
  id: z.string().check(z.regex(/^[\x21-\x7e]{1,128}$/)),
  /** null or left out: not known; such a person never counts in an audience. */
  birth_year: orUnknown(z.int()),
  gender: z.literal([...genders]),
  /** ISO 3166-1 alpha-2. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  /** ISO 3166-2. */
  region: orUnknown(z.string().check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/))),
  /** ISO 639. */
  language: orUnknown(z.string().check(z.regex(/^[a-z]{2,3}$/))),
  device: z.literal([...devices]),
  on_social: z.boolean(),
  last_active: day,
  /** What the person said yes to; nothing that is not named is assumed. */
  consents: z
    .array(
      z.strictObject({
        purpose: z.literal([...purposes]),
        recipients: z.array(z.literal([...recipients])).check(z.minLength(1), z.maxLength(3)),
        at: z.iso.datetime({ offset: true }),
        /** Version of the notice that was shown. */
        notice: z.string().check(z.regex(/^[\x21-\x7e]{1,64}$/)),
      }),
    )
    .check(z.maxLength(100)),
  signals: z.optional(
    z.array(
      z.strictObject({
        segment: z.string().check(z.minLength(1), z.maxLength(32)),
        strength: z.literal([1, 2, 3]),
        at: day,
      }),
    ),
  ),
  companies: z.optional(
    z.array(z.strictObject({ id: companyId, kind: z.literal([...companyKinds]), at: day })),
  ),
  /** SHA-256 of the address, trimmed and in lower case, as hexadecimal digits. */
  email_sha256: orUnknown(sha256),
  /** SHA-256 of the number's digits with the country code. */
  phone_sha256: orUnknown(sha256),
});
export type MemberLine = z.infer<typeof memberLine>;
