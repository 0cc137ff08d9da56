"use client";

import { useState, useTransition } from "react";
import { AnswerCard } from "./answer-card";
import { AskForm } from "./ask-form";
import { blamed } from "./blamed";
import { curl } from "./curl";
import type { Answered, Call, NodeView } from "./explorer-view";
import { runAsSession, runWithToken } from "./run-call";
import { useAsked } from "./use-asked";

interface ExplorerProps {
  nodes: readonly NodeView[];
  accounts: readonly { readonly id: string; readonly name: string }[];
  /** The ad API's address, up to its version. */
  root: string;
}

const offline: Answered = {
  status: 0,
  headers: [],
  body: "The server did not answer.",
  durationMs: 0,
};

export function Explorer({ nodes, accounts, root }: ExplorerProps) {
  const asked = useAsked(nodes, accounts[0]?.id ?? "");
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [busy, start] = useTransition();
  const run = (call: Call, token: string) =>
    start(async () => {
      const answer = token === "" ? runAsSession(call) : runWithToken(call, token);
      setAnswered(await answer.catch(() => offline));
    });
  const choose =
    <T extends unknown[]>(change: (...values: T) => void) =>
    (...values: T) => {
      setAnswered(null);
      change(...values);
    };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <AskForm
        nodes={nodes}
        accounts={accounts}
        asked={{
          ...asked,
          chooseNode: choose(asked.chooseNode),
          chooseCall: choose(asked.chooseCall),
        }}
        refusal={answered && blamed(answered.body)}
        busy={busy}
        onRun={(token) => run(asked.call, token)}
      />
      <AnswerCard answered={answered} command={curl(root, asked.call)} />
    </div>
  );
}
