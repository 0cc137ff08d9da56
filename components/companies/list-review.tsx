"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { leastRows, type PreparedList } from "@/lib/companies/customer-list/list-reader";
import { formatPeopleInFull as whole } from "@/lib/format/people";
import type { Refusal } from "@/lib/result";
import { ListOutcome } from "./list-outcome";
import { StageButtons } from "./stage-buttons";
import type { ListTarget, ReplacedList } from "./upload-list";
import type { WhereTo } from "./use-list-upload";

interface ListReviewProps {
  list: PreparedList;
  fileName: string;
  targets: readonly ListTarget[];
  replaced: ReplacedList | null;
  refusal: Refusal | null;
  busy: boolean;
  onBack: () => void;
  onUpload: (to: WhereTo) => void;
}

const keyOf = ({ clientId, companyId }: ListTarget) => `${clientId} ${companyId}`;
const nameOf = (fileName: string) => fileName.replace(/\.\w{1,5}$/, "").slice(0, 200);

/** What leaves and what does not, then the list's name and company; after that the rows go. */
export function ListReview({ list, fileName, targets, replaced, ...props }: ListReviewProps) {
  const { refusal, busy, onBack, onUpload } = props;
  const [name, setName] = useState(() => nameOf(fileName));
  const [target, setTarget] = useState(() => targets[0]);
  const tooFew = list.usable < leastRows;
  const named = refusal?.fields?.name;
  const company = refusal?.fields?.company ?? refusal?.fields?.nod_company;
  const submit = () => {
    if (replaced) onUpload({ clientId: replaced.clientId, companyId: "", name: replaced.name });
    else if (target) onUpload({ clientId: target.clientId, companyId: target.companyId, name });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) submit();
      }}
    >
      <ListOutcome list={list} />
      {tooFew && (
        <Notice kind="warn" live="status" className="mt-4" title="Too few rows for a list">
          A list has at least {whole(leastRows)} rows, so that nobody is singled out. This file has{" "}
          {whole(list.usable)} that can be sent.
        </Notice>
      )}
      {!tooFew && !replaced && (
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          <Field label="Name of the list" error={named}>
            <Input value={name} onValueChange={setName} maxLength={200} required />
          </Field>
          <Field label="Customers of" error={company}>
            <Select
              value={target ? keyOf(target) : ""}
              onValueChange={(key) => setTarget(targets.find((one) => keyOf(one) === key))}
              options={targets.map((one) => ({ value: keyOf(one), label: one.label }))}
            />
          </Field>
        </div>
      )}
      {refusal && !named && !company && (
        <Notice kind="bad" live="alert" className="mt-4" title="The list was not made">
          {refusal.message} Your rows are still here.
        </Notice>
      )}
      <StageButtons>
        <Button onClick={onBack}>Back to the columns</Button>
        <Button type="submit" variant="primary" busy={busy} disabled={tooFew}>
          {replaced ? "Replace" : "Upload"} {!tooFew && `${whole(list.usable)} rows`}
        </Button>
      </StageButtons>
    </form>
  );
}
