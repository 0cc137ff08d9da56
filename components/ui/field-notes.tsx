import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

interface FieldNotesProps {
  /** Of the field; `noteIds` names the notes by it. */
  id: string;
  error: ReactNode;
  description: ReactNode;
}

/** What `aria-describedby` of the control points to; undefined when there is nothing to say. */
export const noteIds = ({ id, error, description }: FieldNotesProps): string | undefined =>
  cn(error && `${id}-error`, description && `${id}-help`) || undefined;

/** Below a control: what is wrong, then the help that always stands. */
export function FieldNotes({ id, error, description }: FieldNotesProps) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1 text-bad text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      )}
      {description && (
        <p id={`${id}-help`} className="text-ink-2 text-sm">
          {description}
        </p>
      )}
    </>
  );
}
