export function audiencesHref(clientId: string | null, show: "current" | "archived"): string {
  const query = new URLSearchParams();
  if (clientId) query.set("client", clientId);
  if (show === "archived") query.set("show", show);
  return query.size > 0 ? `/audiences?${query}` : "/audiences";
}
