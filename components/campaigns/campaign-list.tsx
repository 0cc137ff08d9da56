"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { ErrorState } from "@/components/shell/error-state";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { NoAnswer } from "@/lib/ask";
import type { CampaignList as Value } from "@/lib/campaigns/list-view";
import { cn } from "@/lib/cn";
import { joinAnd } from "@/lib/format/list";
import { CampaignTable } from "./campaign-table";
import { filterCampaigns, statusFilters } from "./filter-campaigns";
import { listQuery } from "./queries";
import { listParams } from "./search-params";

interface CampaignListProps {
  clientId: string | null;
  first: Value;
}

/** The list: fresh every few seconds, filtered by the address. */
export function CampaignList({ clientId, first }: CampaignListProps) {
  const [{ q, status }, setFilter] = useQueryStates(listParams);
  const archived = status === "archived";
  const list = useQuery(listQuery({ clientId, archived }, archived ? undefined : first));
  const campaigns = list.data?.campaigns ?? [];
  const shown = filterCampaigns(campaigns, { q, status });
  return (
    <div className="flex flex-col gap-3">
      <search className="flex flex-wrap gap-2">
        <Field label="Find a campaign" hideLabel className="w-64 max-sm:w-full">
          <Input
            type="search"
            value={q}
            placeholder="Find by name, client or company"
            onValueChange={(value) => void setFilter({ q: value || null })}
          />
        </Field>
        <Field label="Status" hideLabel className="w-44 max-sm:w-full">
          <Select
            value={status}
            options={statusFilters}
            onValueChange={(value) =>
              void setFilter({ status: statusFilters.find((one) => one.value === value)?.value })
            }
          />
        </Field>
      </search>
      {list.isError && (
        <ErrorState
          title="The newest numbers could not be read"
          onRetry={() => void list.refetch()}
          id={list.error instanceof NoAnswer ? list.error.id : undefined}
        >
          {list.error.message} What is shown is the last that was known; campaigns keep running.
        </ErrorState>
      )}
      {list.data && list.data.silent.length > 0 && (
        <Notice kind="warn" title="Some numbers are missing">
          The ad network did not answer for {joinAnd(list.data.silent)}. It is asked again every few
          seconds.
        </Notice>
      )}
      <div
        aria-busy={list.isPlaceholderData}
        className={cn("transition-opacity", list.isPlaceholderData && "opacity-55")}
      >
        {shown.length > 0 ? (
          <CampaignTable campaigns={shown} showClient={clientId === null} />
        ) : (
          <div className="flex flex-wrap items-center gap-3 rounded-md border border-dashed p-6">
            <p className="text-ink-2">No campaign fits this filter.</p>
            <Button size="sm" onClick={() => void setFilter({ q: null, status: null })}>
              Clear the filter
            </Button>
          </div>
        )}
      </div>
      <p className="text-ink-3 text-xs">
        People reached are not added up: one person can be reached by several campaigns.
      </p>
    </div>
  );
}
