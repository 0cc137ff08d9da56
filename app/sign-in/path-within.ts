const HERE = "http://here.invalid";

/** Where to go after signing in: a path of this app, never another site's address. */
export function pathWithin(asked: string): string {
  if (!asked.startsWith("/") || !URL.canParse(asked, HERE)) return "/overview";
  const { origin, pathname, search } = new URL(asked, HERE);
  if (origin !== HERE || pathname.startsWith("//") || pathname.startsWith("/sign-in")) {
    return "/overview";
  }
  return `${pathname}${search}`;
}
