import type { Result } from "@/lib/result";

/** A client's company that a list can be of. */
export interface ListTarget {
  readonly clientId: string;
  readonly companyId: string;
  readonly label: string;
}

/** An existing list whose people are replaced. */
export interface ReplacedList {
  readonly clientId: string;
  readonly id: string;
  readonly name: string;
}

export type CreateList = (input: {
  readonly clientId: string;
  readonly companyId: string;
  readonly name: string;
  readonly operationId: string;
}) => Promise<Result<{ readonly id: string }>>;

export type DeleteList = (input: {
  readonly clientId: string;
  readonly listId: string;
}) => Promise<Result<true>>;
