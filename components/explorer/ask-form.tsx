"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import type { NodeView } from "./explorer-view";
import { ParameterField } from "./parameter-field";
import type { AskedState } from "./use-asked";

interface AskFormProps {
  nodes: readonly NodeView[];
  accounts: readonly { readonly id: string; readonly name: string }[];
  asked: AskedState;
  refusal: { readonly field: string | null; readonly message: string } | null;
  busy: boolean;
  onRun: (token: string) => void;
}

export function AskForm({ nodes, accounts, asked, refusal, busy, onRun }: AskFormProps) {
  const [token, setToken] = useState("");
  const { node, view, call, values } = asked;
  const errorOf = (name: string) => (refusal?.field === name ? refusal.message : undefined);
  const isShown = view.parameters.some(({ name }) => name === refusal?.field);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) onRun(token.trim());
  };
  return (
    <Card title="Call" description={view.about}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="Of">
            <Select
              value={node?.key ?? ""}
              onValueChange={asked.chooseNode}
              options={nodes.map(({ key, label }) => ({ value: key, label }))}
            />
          </Field>
          <Field label="Ask">
            <Select
              value={view.key}
              onValueChange={asked.chooseCall}
              options={(node?.calls ?? []).map(({ key, method, edge }) => ({
                value: key,
                label: edge === "" ? `${method} (itself)` : `${method} ${edge}`,
              }))}
            />
          </Field>
        </div>
        {node?.key === "account" && (
          <Field label="Account">
            <Select
              value={asked.account}
              onValueChange={asked.setAccount}
              options={accounts.map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))}
            />
          </Field>
        )}
        {node && node.key !== "account" && node.key !== "" && (
          <Field label="Id" description={`Of one ${node.label}.`}>
            <Input value={asked.id} onValueChange={asked.setId} inputMode="numeric" />
          </Field>
        )}
        {view.parameters.map((parameter) => (
          <ParameterField
            key={`${view.key} ${parameter.name}`}
            parameter={parameter}
            value={values[parameter.name] ?? ""}
            error={errorOf(parameter.name)}
            onValueChange={(value) => asked.setValue(parameter.name, value)}
          />
        ))}
        {view.fields.length > 0 && (
          <p className="break-words text-ink-2 text-sm">
            fields: <span className="font-mono">{view.fields.join(", ")}</span>
          </p>
        )}
        <Field
          label="Token"
          optional
          description="Without one the call is made for your session. It stays in this page: it is neither stored nor logged."
        >
          <Input type="password" value={token} onValueChange={setToken} autoComplete="off" />
        </Field>
        {refusal && !isShown && (
          <Notice kind="bad" live="alert">
            {refusal.message}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" busy={busy}>
            Run
          </Button>
          {call.method !== "GET" && (
            <span className="text-ink-2 text-sm">This changes what is there.</span>
          )}
        </div>
      </form>
    </Card>
  );
}
