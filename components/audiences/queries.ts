import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { AudienceOverlap } from "@/lib/ad-api/ad-api";
import type { Place, Segment } from "@/lib/ad-api/objects";
import type { Panel } from "@/lib/ad-api/panel";
import { ask, asSent, NoAnswer } from "@/lib/ask";
import { effectiveRules } from "@/lib/audiences/effective-rules";
import type { DailyReach } from "@/lib/audiences/estimate-daily-reach";
import type { Rules } from "@/lib/audiences/rules";

export const audienceKeys = {
  all: ["audiences"] as const,
  reach: (clientId: string, rules: Rules, precision: Sharpness = "live") =>
    [...audienceKeys.all, "reach", clientId, precision, effectiveRules(rules)] as const,
  daily: (clientId: string, rules: Rules) =>
    [...audienceKeys.all, "daily", clientId, effectiveRules(rules)] as const,
  overlap: (clientId: string, audienceIds: readonly string[]) =>
    [...audienceKeys.all, "overlap", clientId, audienceIds] as const,
  segments: (query: string) => [...audienceKeys.all, "segments", query] as const,
  allSegments: () => [...audienceKeys.all, "segments", "all"] as const,
  places: (query: string) => [...audienceKeys.all, "places", query] as const,
};

/** How exactly a size is asked for: sharp is one step more, and dearer. */
export type Sharpness = "live" | "sharp";

export interface Question {
  readonly clientId: string;
  readonly rules: Rules;
  readonly precision?: Sharpness;
}

/**
 * A question about the draft. The last answer stays, dimmed, until the newest question has its own. Without a network it
 * fails at once and says so, instead of waiting in silence; it is asked again when the network is back.
 */
const draftQuery = <T>(
  path: string,
  keyOf: (clientId: string, rules: Rules, precision?: Sharpness) => readonly unknown[],
  { clientId, rules, precision }: Question,
) =>
  queryOptions({
    queryKey: keyOf(clientId, rules, precision),
    queryFn: ({ signal }) =>
      ask(path, asSent<T>(), {
        signal,
        body: { clientId, rules: effectiveRules(rules), precision },
      }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    retry: false,
    networkMode: "always",
    refetchOnReconnect: true,
    // The network is away for a while: the number comes back by itself when it does.
    refetchInterval: ({ state: { error } }) =>
      error instanceof NoAnswer && error.code === "unavailable" ? 5_000 : false,
  });

/** People who fit the draft. */
export const reachQuery = (question: Question) =>
  draftQuery<Panel>("/api/reach", audienceKeys.reach, question);

/** People a day's budget would reach. */
export const dailyReachQuery = (question: Question) =>
  draftQuery<DailyReach>("/api/reach/daily", audienceKeys.daily, question);

/** How audiences overlap. It costs budget, so it is asked once for a choice and kept. */
export const overlapQuery = (clientId: string, audienceIds: readonly string[]) =>
  queryOptions({
    queryKey: audienceKeys.overlap(clientId, audienceIds),
    queryFn: ({ signal }) =>
      ask("/api/reach/overlap", asSent<AudienceOverlap>(), {
        signal,
        body: { clientId, audienceIds },
      }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    retry: false,
    networkMode: "always",
    enabled: audienceIds.length > 1,
  });

export const segmentSearchQuery = (query: string) =>
  queryOptions({
    queryKey: audienceKeys.segments(query),
    queryFn: ({ signal }) =>
      ask(`/api/segments?${new URLSearchParams({ q: query })}`, asSent<readonly Segment[]>(), {
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: query !== "",
  });

/** The taxonomy does not change while a page is open. */
export const allSegmentsQuery = () =>
  queryOptions({
    queryKey: audienceKeys.allSegments(),
    queryFn: ({ signal }) => ask("/api/segments/all", asSent<readonly Segment[]>(), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const placeSearchQuery = (query: string) =>
  queryOptions({
    queryKey: audienceKeys.places(query),
    queryFn: ({ signal }) =>
      ask(`/api/places?${new URLSearchParams({ q: query })}`, asSent<readonly Place[]>(), {
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: query !== "",
  });
