import type { Period } from "@/lib/reports/report";

const query = (params: Record<string, string>): string => `?${new URLSearchParams(params)}`;

export const overviewHref = (clientId: string, { since, until }: Period): string =>
  `/overview${query({ client: clientId, from: since, to: until })}`;

export const reportHref = (clientId: string, { since, until }: Period): string =>
  `/reports${query({ client: clientId, from: since, to: until })}`;

export const csvHref = (clientId: string, { since, until }: Period): string =>
  `/api/reports/${encodeURIComponent(clientId)}/csv${query({ from: since, to: until })}`;

export const campaignHref = (campaignId: string, clientId: string): string =>
  `/campaigns/${encodeURIComponent(campaignId)}${query({ client: clientId })}`;
