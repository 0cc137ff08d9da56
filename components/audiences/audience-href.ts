interface Named {
  readonly id: string;
  readonly clientId: string;
}

export function audienceHref({ id, clientId }: Named, tab?: "overlap"): string {
  const path = tab ? `/audiences/${id}/${tab}` : `/audiences/${id}`;
  return `${path}?${new URLSearchParams({ client: clientId })}`;
}
