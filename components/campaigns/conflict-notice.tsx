import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** Somebody else saved this draft in the meantime: nothing is lost until one of both is chosen. */
export function ConflictNotice({
  message,
  onTheirs,
  onMine,
}: {
  message: string;
  onTheirs: () => void;
  onMine: () => void;
}) {
  return (
    <Notice
      kind="warn"
      live="alert"
      title={message}
      action={
        <span className="flex flex-wrap gap-2">
          <Button size="sm" onClick={onTheirs}>
            Take theirs
          </Button>
          <Button size="sm" onClick={onMine}>
            Keep mine
          </Button>
        </span>
      }
    >
      What you typed is still here, and not saved. Keeping yours writes over theirs.
    </Notice>
  );
}
