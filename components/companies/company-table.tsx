import { Rocket } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import type { ClientCompany } from "@/lib/workspace/actor";

export interface CompanyRow {
  readonly client: { readonly id: string; readonly name: string };
  readonly company: ClientCompany;
  /** Numbers that may still be on their way. */
  readonly people: ReactNode;
  /** null: not asked for in this list. */
  readonly onList: ReactNode;
  readonly inConversation: ReactNode;
  readonly campaigns: number;
  /** Whether the person may prepare campaigns for the client. */
  readonly maySave: boolean;
}

/** Companies with the people who already work with them; one client's also by relation. */
export function CompanyTable({
  rows,
  showClient,
}: {
  rows: readonly CompanyRow[];
  showClient: boolean;
}) {
  return (
    <div className="rounded-md border bg-surface">
      <Table caption="Companies">
        <TableHead>
          <Th>Company</Th>
          {showClient && <Th>Client</Th>}
          <Th numeric className="max-sm:min-w-32 max-sm:whitespace-normal">
            People who work with it
          </Th>
          {!showClient && (
            <>
              <Th numeric>On its customer list</Th>
              <Th numeric>In conversation</Th>
            </>
          )}
          <Th numeric>Campaigns</Th>
          <Th className="relative max-sm:sticky max-sm:right-0 max-sm:bg-surface">
            <span className="sr-only">Start a campaign</span>
          </Th>
        </TableHead>
        <TableBody>
          {rows.map(({ client, company, people, onList, inConversation, campaigns, maySave }) => (
            <Row key={`${client.id} ${company.id}`}>
              <Th scope="row" className="font-normal">
                <span className="font-medium">{company.name}</span>{" "}
                <Badge>{company.relation === "owns" ? "Owned" : "May use"}</Badge>
              </Th>
              {showClient && <Td>{client.name}</Td>}
              <Td numeric>{people}</Td>
              {!showClient && (
                <>
                  <Td numeric>{onList}</Td>
                  <Td numeric>{inConversation}</Td>
                </>
              )}
              <Td numeric>
                <Link
                  href={`/campaigns?${new URLSearchParams({ client: client.id, q: company.name })}`}
                  className="inline-flex min-h-6 min-w-6 items-center justify-end underline underline-offset-2"
                  aria-label={`${campaigns} campaigns from ${company.name}`}
                >
                  {campaigns}
                </Link>
              </Td>
              <Td className="text-right max-sm:sticky max-sm:right-0 max-sm:bg-surface">
                {maySave && (
                  <LinkButton
                    size="sm"
                    href={`/campaigns/new?${new URLSearchParams({ client: client.id, company: company.id })}`}
                    aria-label={`Launch from ${company.name}`}
                  >
                    <Rocket aria-hidden />
                    Launch
                  </LinkButton>
                )}
              </Td>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
