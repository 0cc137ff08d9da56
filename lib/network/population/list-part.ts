const shape = /^list:(.+):[\w-]{27}$/s;

/**
 * The id under which people stand on a part of a customer list, as a relation with a company that engines hold like any other.
 * It names whose list it is, because that is whom a person can stop, and `digest` what was uploaded (lists/list-digest.ts).
 */
export const listPartId = (company: string, digest: string): string => `list:${company}:${digest}`;

/** Whose list a relation is on; null: it is a relation with a company itself. */
export const companyOfList = (relation: string): string | null => shape.exec(relation)?.[1] ?? null;

/** The company that a relation is with, in person or through one of its lists. */
export const companyBehind = (relation: string): string => companyOfList(relation) ?? relation;
