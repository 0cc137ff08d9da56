import Link from "next/link";
import { Status } from "@/components/ui/status";
import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { audienceHref } from "./audience-href";

interface AudienceSize {
  readonly people: string;
  /** How old it is. */
  readonly week: string;
  /** What changed since an earlier week, where it stands out. */
  readonly change: string | null;
}

export interface AudienceRow {
  readonly id: string;
  readonly name: string;
  readonly state: "draft" | "saved" | "archived";
  readonly sentence: string;
  /** As it was estimated last; null: never, or not by whoever looks. */
  readonly size: AudienceSize | null;
  /** In the client's zone, formatted. */
  readonly updated: string;
  readonly updatedBy: string;
  readonly clientId: string;
  readonly clientName: string;
}

const states = {
  draft: { tone: "neutral", word: "Draft" },
  saved: { tone: "ok", word: "Saved for use" },
  archived: { tone: "neutral", word: "Archived" },
} as const;

export function AudienceTable({
  rows,
  showClient,
}: {
  rows: readonly AudienceRow[];
  showClient: boolean;
}) {
  return (
    <div className="rounded-md border bg-surface">
      <Table caption="Audiences">
        <TableHead>
          <Th>Name</Th>
          {showClient && <Th>Client</Th>}
          <Th>State</Th>
          <Th>People who fit</Th>
          <Th className="max-md:hidden">In words</Th>
          <Th className="max-sm:hidden">Changed</Th>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <Row key={row.id}>
              <Th scope="row">
                <Link
                  href={audienceHref(row)}
                  className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-2 hover:decoration-ink pointer-coarse:min-h-11"
                >
                  {row.name || "Without a name"}
                </Link>
              </Th>
              {showClient && <Td>{row.clientName}</Td>}
              <Td>
                <Status tone={states[row.state].tone}>{states[row.state].word}</Status>
              </Td>
              <Td className="min-w-36">
                {row.size ? (
                  <>
                    <span className="whitespace-nowrap">{row.size.people}</span>
                    <span className="block text-ink-3 text-xs">{row.size.week}</span>
                    {row.size.change && (
                      <span className="block text-ink-2 text-xs">{row.size.change}</span>
                    )}
                  </>
                ) : (
                  <span className="text-ink-3">not estimated yet</span>
                )}
              </Td>
              <Td className="max-w-xl text-ink-2 max-md:hidden">
                <span className="line-clamp-2">{row.sentence}</span>
              </Td>
              <Td className="whitespace-nowrap text-ink-2 max-sm:hidden">
                {row.updated}
                <span className="block text-ink-3 text-xs">{row.updatedBy}</span>
              </Td>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
