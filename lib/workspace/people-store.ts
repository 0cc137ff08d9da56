import type { Result } from "@/lib/result";
import type { Grant } from "./actor";
import type { Person } from "./person";

type EmailTaken = { readonly code: "email_taken"; readonly message: string };
type LastOwner = { readonly code: "last_owner"; readonly message: string };

/** People and what they may do. An agency with an owner of all its clients always keeps one. */
export interface PeopleStore {
  /** Everybody with a grant at the agency, by name. */
  listPeople(agencyId: string): Promise<readonly Person[]>;
  /** Null when the person has no grant at the agency. */
  getPerson(agencyId: string, personId: string): Promise<Person | null>;
  /** Over all agencies; the address is in lower case. */
  findByEmail(email: string): Promise<{ readonly id: string; readonly name: string } | null>;
  worksElsewhere(agencyId: string, personId: string): Promise<boolean>;
  insertPerson(person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
  }): Promise<Result<void, EmailTaken>>;
  /** Adds the grant, or changes the role of the one that stands for the same clients. */
  putGrant(personId: string, grant: Grant): Promise<Result<void, LastOwner>>;
  /** False when there was no such grant. */
  removeGrant(
    personId: string,
    agencyId: string,
    clientId: string | null,
  ): Promise<Result<boolean, LastOwner>>;
}
