"use client";

import type { ComponentProps } from "react";
import { Input } from "./input";

type DateFieldProps = Omit<ComponentProps<typeof Input>, "type" | "start" | "end">;

/** A day as YYYY-MM-DD; put it in a Field. `min` and `max` are days too. */
export function DateField(props: DateFieldProps) {
  return <Input {...props} type="date" />;
}
