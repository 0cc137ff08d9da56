"use client";

import { Badge } from "@/components/ui/badge";
import { Row, Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import { formatDay } from "@/lib/format/date";
import type { Refusal, Result } from "@/lib/result";
import type { Client } from "@/lib/workspace/actor";
import type { AdToken } from "@/lib/workspace/ad-accounts";
import { RevokeToken } from "./revoke-token";

const scopeNames = { read: "Reads", manage: "Reads and changes" };

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const isOver = ({ expiresAt }: AdToken, now: Date): boolean =>
  expiresAt !== null && expiresAt <= now;

interface TokenTableProps {
  now: Date;
  tokens: readonly AdToken[];
  clients: readonly Client[];
  revoke: (input: { readonly tokenId: string }) => Promise<Result<null, Refusal>>;
}

export function TokenTable({ now, tokens, clients, revoke }: TokenTableProps) {
  if (tokens.length === 0) {
    return (
      <p className="px-4 pb-4 text-ink-2">No token yet. Programs cannot reach your accounts.</p>
    );
  }
  const clientOf = (accountId: string | null) =>
    accountId === null
      ? "All clients"
      : (clients.find((client) => client.accountId === accountId)?.name ?? accountId);
  return (
    <Table caption="Tokens, newest first">
      <TableHead>
        <Th>Name</Th>
        <Th>May</Th>
        <Th>Clients</Th>
        <Th>Made</Th>
        <Th>Ends</Th>
        <Th>
          <span className="sr-only">Revoke</span>
        </Th>
      </TableHead>
      <TableBody>
        {tokens.map((token) => (
          <Row key={token.id}>
            <Th scope="row">{token.name}</Th>
            <Td>{scopeNames[token.scope]}</Td>
            <Td>{clientOf(token.accountId)}</Td>
            <Td>{formatDay(dayOf(token.createdAt))}</Td>
            <Td>{token.expiresAt ? formatDay(dayOf(token.expiresAt)) : "Never"}</Td>
            <Td className="text-right">
              {token.revokedAt ? (
                <Badge>revoked</Badge>
              ) : isOver(token, now) ? (
                <Badge>ended</Badge>
              ) : (
                <RevokeToken token={token} revoke={revoke} />
              )}
            </Td>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
