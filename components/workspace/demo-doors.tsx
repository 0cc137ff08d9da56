"use client";

import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";

export interface DemoPerson {
  readonly id: string;
  /** In the sentence "Continue as ...". */
  readonly role: string;
}

function Continue({ role }: { role: string }) {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" className="w-full" busy={pending}>
      Continue as {role}
    </Button>
  );
}

export function DemoDoors({
  people,
  next,
  enter,
}: {
  people: readonly DemoPerson[];
  next: string;
  enter: (data: FormData) => Promise<void>;
}) {
  return (
    <div className="flex flex-col gap-2">
      {people.map((person) => (
        <form key={person.id} action={enter}>
          <input type="hidden" name="person" value={person.id} />
          <input type="hidden" name="next" value={next} />
          <Continue role={person.role} />
        </form>
      ))}
    </div>
  );
}
