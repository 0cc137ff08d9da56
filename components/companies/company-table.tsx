import { Rocket } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import type { ListedCompany } from "@/lib/companies/list-companies";
import { CompanyPeople } from "./company-people";

export interface CompanyRow extends ListedCompany {
  readonly campaigns: number;
  /** Whether the person may prepare campaigns for the client. */
  readonly maySave: boolean;
}

/** Companies with the people who already work with them; a person on a list can be in conversation, too. */
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
          <Th numeric>People who work with it</Th>
          <Th numeric>On its customer list</Th>
          <Th numeric>In conversation</Th>
          <Th numeric>Campaigns</Th>
          <Th>
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
              <Td numeric>
                <CompanyPeople people={people} />
              </Td>
              <Td numeric>
                <CompanyPeople people={onList} />
              </Td>
              <Td numeric>
                <CompanyPeople people={inConversation} />
              </Td>
              <Td numeric>
                <Link
                  href={`/campaigns?${new URLSearchParams({ client: client.id, q: company.name })}`}
                  className="inline-flex min-h-6 min-w-6 items-center justify-end underline underline-offset-2"
                  aria-label={`${campaigns} campaigns from ${company.name}`}
                >
                  {campaigns}
                </Link>
              </Td>
              <Td className="text-right">
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
