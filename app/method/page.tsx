import type { Metadata } from "next";
import { MethodPage } from "@/components/method/method-page";
import { publishedNotices } from "@/lib/network/consent/notices/published-notices";
import { methodFacts } from "@/lib/network/release/method-facts";

export const metadata: Metadata = {
  title: "How numbers about people are made",
  description: "What is counted, why it is a range, what may be claimed about it and what may not.",
};

export default function Method() {
  return <MethodPage facts={methodFacts()} notices={publishedNotices()} />;
}
