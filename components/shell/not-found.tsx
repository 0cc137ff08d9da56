import { buttonStyle } from "@/components/ui/button-style";

/** The same words for what never was, what is gone, and what is somebody else's: existence is not told. */
export function NotFound() {
  return (
    <div className="mx-auto flex max-w-md flex-col items-start gap-4 pt-16">
      <div>
        <h1 className="font-semibold text-lg">There is nothing at this address</h1>
        <p className="mt-1 text-ink-2">
          It may have been deleted, or it belongs to an agency or client you have no access to. If
          someone sent you the link, ask them to check your access.
        </p>
      </div>
      <a href="/overview" className={buttonStyle()}>
        Go to the overview
      </a>
    </div>
  );
}
