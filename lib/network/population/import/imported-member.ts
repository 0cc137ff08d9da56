import type { ConsentBits } from "@/lib/network/consent/consent-bits";
import type { ConsentLeaf } from "@/lib/network/consent/consent-leaves";
import type { CompanyRelation, Member, Signal } from "@/lib/network/population/member";

/** Somebody from an import who has no number yet. */
export interface ImportedMember extends Omit<Member, "number" | "ageBand"> {
  /** null: not known. */
  readonly birthYear: number | null;
  readonly consent: ConsentBits;
  readonly signals: readonly Signal[];
  readonly companies: readonly CompanyRelation[];
}

/** What a line says of a person, after everything that may not be kept was left out. */
export interface ReadPerson {
  readonly id: string;
  readonly member: ImportedMember;
  readonly consents: readonly Omit<ConsentLeaf, "member">[];
  /** Lower-case hexadecimal SHA-256; null: not given. */
  readonly emailSha256: string | null;
  readonly phoneSha256: string | null;
}
