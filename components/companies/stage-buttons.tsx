import type { ReactNode } from "react";

/** A stage's buttons, at the bottom of the dialog; the last one is the main one. */
export const StageButtons = ({ children }: { children: ReactNode }) => (
  <div className="mt-4 flex flex-wrap justify-end gap-2 border-t pt-4">{children}</div>
);
