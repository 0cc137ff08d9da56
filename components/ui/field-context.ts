"use client";

import { createContext, use } from "react";

interface FieldWiring {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

export const FieldContext = createContext<FieldWiring | null>(null);

/** The ids that tie a control to its label, description and error; explicit props win. */
export function useFieldProps(props: {
  id?: string | undefined;
  "aria-describedby"?: string | undefined;
}) {
  const field = use(FieldContext);
  return {
    id: props.id ?? field?.id,
    "aria-describedby": props["aria-describedby"] ?? field?.describedBy,
    "aria-invalid": field?.invalid || undefined,
  };
}
