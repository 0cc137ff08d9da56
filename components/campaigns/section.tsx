import { Circle, CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

/** One of the form's four parts; `done` puts a tick beside its name. */
export function Section({
  id,
  title,
  done,
  description,
  children,
}: {
  id: string;
  title: string;
  done: boolean;
  description?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div id={id} className="scroll-mt-4">
      <Card
        title={
          <span className="flex items-center gap-2">
            {done ? (
              <CircleCheck aria-hidden className="size-4 text-ok" />
            ) : (
              <Circle aria-hidden className="size-4 text-ink-3" />
            )}
            {title}
            <span className="sr-only">{done ? ", complete" : ", not complete"}</span>
          </span>
        }
        description={description}
      >
        <div className="flex flex-col gap-4 pt-1">{children}</div>
      </Card>
    </div>
  );
}
