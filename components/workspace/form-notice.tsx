import { Notice } from "@/components/ui/notice";
import type { Refusal } from "@/lib/result";

/** Why a form was refused, unless a field says it already. */
export function FormNotice({ error }: { error: Refusal | null }) {
  if (!error || Object.keys(error.fields ?? {}).length > 0) return null;
  return (
    <Notice kind="bad" live="alert">
      {error.message}
    </Notice>
  );
}
