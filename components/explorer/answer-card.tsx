import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Answered } from "./explorer-view";
import { Verbatim } from "./verbatim";

interface AnswerCardProps {
  answered: Answered | null;
  command: string;
}

/** What the next call would be as a command, and what the last one was answered with. */
export function AnswerCard({ answered, command }: AnswerCardProps) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Card title="As curl" description="With your token in the variable TOKEN.">
        <Verbatim label="The call as curl" text={command} copies />
      </Card>
      <Card title="Answer">
        <p role="status" className="mb-3 text-ink-2">
          {answered ? (
            <>
              <Badge tone={answered.status < 400 ? "ok" : "bad"}>HTTP {answered.status}</Badge>{" "}
              {Math.round(answered.durationMs)} ms
            </>
          ) : (
            "Nothing was asked yet."
          )}
        </p>
        {answered && (
          <>
            <Verbatim label="Body" text={pretty(answered.body)} copies />
            <h3 className="mt-4 mb-1 font-medium text-sm">Headers</h3>
            <Verbatim
              label="Headers"
              text={answered.headers.map(([name, value]) => `${name}: ${value}`).join("\n")}
            />
          </>
        )}
      </Card>
    </div>
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
