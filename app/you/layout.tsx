// Hindi's letters, fetched only where they are read; few desktops have them.
import "@fontsource-variable/noto-sans-devanagari/wght.css";
import type { ReactNode } from "react";

export default function YouLayout({ children }: { children: ReactNode }) {
  return children;
}
