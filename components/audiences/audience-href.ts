export const audienceHref = ({ id, clientId }: { id: string; clientId: string }): string =>
  `/audiences/${id}?${new URLSearchParams({ client: clientId })}`;
