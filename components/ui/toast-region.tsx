"use client";

import { useTheme } from "next-themes";
import { useEffect } from "react";
import { toast as show, Toaster } from "sonner";
import { listenToToasts } from "./toast";

const kinds = { plain: show, ok: show.success, bad: show.error };

function Messages() {
  useEffect(
    () =>
      listenToToasts(({ message, kind, action }) => {
        kinds[kind](message, { action, duration: action ? 10_000 : 5_000 });
      }),
    [],
  );
  return null;
}

export function ToastRegion() {
  const { resolvedTheme } = useTheme();
  return (
    <>
      <Toaster
        position="bottom-center"
        mobileOffset={{ bottom: "5rem" }}
        theme={resolvedTheme === "dark" ? "dark" : "light"}
        toastOptions={{
          classNames: {
            toast:
              "!font-sans !rounded-md !border !border-line-strong !bg-surface !text-ink !shadow-none",
            actionButton: "!bg-accent !text-on-accent",
          },
        }}
      />
      <Messages />
    </>
  );
}
