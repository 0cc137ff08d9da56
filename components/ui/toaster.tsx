"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";

const ToastRegion = dynamic(() => import("./toast-region").then((module) => module.ToastRegion), {
  ssr: false,
});

/** Loads the toasts when the page is idle, so that they cost the first load nothing. */
export function Toaster() {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), 1500);
    return () => clearTimeout(timer);
  }, []);
  return ready ? <ToastRegion /> : null;
}
