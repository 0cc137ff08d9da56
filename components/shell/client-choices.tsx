"use client";

import { Check, Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ClientChoice } from "./client-switcher";
import { destinations, isWithin, withClient } from "./navigation";

/** A page of one object belongs to its client: choosing another goes to the list above it. */
const pageFor = (pathname: string) =>
  destinations.find(({ href }) => isWithin(pathname, href))?.href ?? pathname;

export function ClientChoices({
  clients,
  chosenId,
  onClose,
}: {
  clients: readonly ClientChoice[];
  chosenId: string | null;
  onClose: () => void;
}) {
  const [query, setQuery] = useState("");
  const pathname = usePathname();
  const fits = clients.filter(({ name }) =>
    name.toLowerCase().includes(query.toLowerCase().trim()),
  );
  const choices = query ? fits : [{ id: null, name: "All clients", currency: "" }, ...fits];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Choose a client" size="sm">
      <Field label="Find a client" hideLabel>
        <Input
          type="search"
          start={<Search aria-hidden className="size-4" />}
          className="pl-9"
          placeholder="Find a client"
          value={query}
          onValueChange={setQuery}
        />
      </Field>
      <ul className="mt-2 flex flex-col">
        {choices.map(({ id, name, currency }) => (
          <li key={id ?? "all"}>
            <Link
              href={withClient(pageFor(pathname), id)}
              onClick={onClose}
              aria-current={id === chosenId ? "true" : undefined}
              className="flex min-h-9 items-center gap-2 rounded-sm px-2 hover:bg-sunken pointer-coarse:min-h-11"
            >
              <span className="size-4">
                {id === chosenId && <Check aria-hidden className="size-4 text-accent" />}
              </span>
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="text-ink-3 text-sm">{currency}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p aria-live="polite" className="text-ink-2 text-sm">
        {choices.length === 0 && `No client is called "${query}".`}
      </p>
    </Dialog>
  );
}
