import { useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { Refusal, Result } from "@/lib/result";
import type { Words } from "./messages/en";
import { sayRefusal } from "./say-refusal";

type Act = () => Promise<Result<unknown, Refusal>>;

/** Does something for the member and says in their language when it was refused or failed. */
export function useAct(words: Words) {
  const [pending, startTransition] = useTransition();
  const act = (work: Act, then: () => void = () => {}, before: () => void = () => {}) =>
    startTransition(async () => {
      before();
      const answer = await work().catch(() => null);
      if (answer?.ok) then();
      else toast(sayRefusal(words, answer?.error.code ?? ""), { kind: "bad" });
    });
  return [pending, act] as const;
}
