"use client";

import { RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

interface ErrorStateProps {
  /** What failed. */
  title: string;
  /** What is still true. */
  children?: ReactNode;
  onRetry?: () => void;
  /** An id to quote to support. */
  id?: string | undefined;
}

export function ErrorState({ title, children, onRetry, id }: ErrorStateProps) {
  return (
    <Notice
      kind="bad"
      live="alert"
      title={title}
      action={
        onRetry && (
          <Button size="sm" onClick={onRetry}>
            <RotateCw aria-hidden />
            Try again
          </Button>
        )
      }
    >
      {children}
      {id && (
        <p className="mt-1 text-xs">
          If it stays, quote <code className="select-all">{id}</code>.
        </p>
      )}
    </Notice>
  );
}
