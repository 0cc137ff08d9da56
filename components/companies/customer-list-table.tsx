import { Status } from "@/components/ui/status";
import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import type { ListedCustomerList } from "@/lib/companies/list-customer-lists";
import { formatPeopleInFull } from "@/lib/format/people";
import { CustomerListMenu } from "./customer-list-menu";
import { LookAgain } from "./look-again";
import type { CreateList, DeleteList } from "./upload-list";

interface CustomerListTableProps {
  rows: readonly {
    readonly client: { readonly id: string; readonly name: string };
    readonly list: ListedCustomerList;
    readonly maySave: boolean;
  }[];
  showClient: boolean;
  create: CreateList;
  remove: DeleteList;
}

const looks = {
  ready: { tone: "ok", word: "Ready" },
  empty: { tone: "neutral", word: "Empty" },
  uploading: { tone: "accent", word: "Under way" },
  too_few: { tone: "warn", word: "Too few rows" },
} as const;

/** Uploaded lists: how many rows, whether they can be used, and how many of their people can be reached. */
export function CustomerListTable({ rows, showClient, create, remove }: CustomerListTableProps) {
  const underWay = rows.filter(({ list }) => list.status === "uploading").length;
  return (
    <>
      {underWay > 0 && <LookAgain key={underWay} />}
      <div className="rounded-md border bg-surface">
        <Table caption="Uploaded customer lists">
          <TableHead>
            <Th>List</Th>
            <Th numeric>Match rate</Th>
            <Th numeric>Rows</Th>
            <Th>Status</Th>
            {showClient && <Th>Client</Th>}
            <Th>Customers of</Th>
            <Th className="relative max-sm:sticky max-sm:right-0 max-sm:bg-surface">
              <span className="sr-only">More actions</span>
            </Th>
          </TableHead>
          <TableBody>
            {rows.map(({ client, list, maySave }) => (
              <Row key={list.id}>
                <Th scope="row" className="min-w-40">
                  {list.name}
                  <span className="block font-normal text-ink-3 text-xs tabular-nums">
                    {list.id}
                  </span>
                </Th>
                <Td numeric>{list.matchRate ?? <span className="text-ink-3">Not known</span>}</Td>
                <Td numeric>{formatPeopleInFull(list.rows)}</Td>
                <Td>
                  <Status tone={looks[list.status].tone}>{looks[list.status].word}</Status>
                  {list.why && (
                    <span className="block min-w-48 max-w-72 text-ink-3 text-xs">{list.why}</span>
                  )}
                </Td>
                {showClient && <Td>{client.name}</Td>}
                <Td>{list.company ?? "The account's own"}</Td>
                <Td className="text-right max-sm:sticky max-sm:right-0 max-sm:bg-surface">
                  {maySave && (
                    <CustomerListMenu
                      list={{ clientId: client.id, id: list.id, name: list.name }}
                      {...{ create, remove }}
                    />
                  )}
                </Td>
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
      <p className="mt-2 max-w-prose text-ink-3 text-xs">
        The match rate is the share of a list's rows that can be reached: people who said yes to
        hearing from companies they already work with. It is a range, so that nobody on a list can
        be told from it. The number under a name is the list's id in the ad API, where campaigns use
        it.
      </p>
    </>
  );
}
