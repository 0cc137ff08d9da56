const titles = {
  not_found: "No report here",
  expired: "This link has run out",
  revoked: "This link was switched off",
};

const hints = {
  not_found: "Check that the whole address was copied.",
  expired: "Ask whoever sent it for a new one; links work for a limited time.",
  revoked: "Ask whoever sent it whether there is a new one.",
};

/** Why a link shows nothing, and whom to ask. */
export function ShareClosed({ code, message }: { code: keyof typeof titles; message: string }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center p-6">
      <h1 className="font-semibold text-lg">{titles[code]}</h1>
      <p className="mt-1 text-ink-2">
        {message} {hints[code]}
      </p>
    </main>
  );
}
