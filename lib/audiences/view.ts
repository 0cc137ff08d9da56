import type { Audience } from "./audience";
import type { Rules } from "./rules";

/** An audience as the builder gets it. */
export interface AudienceView {
  readonly id: string;
  readonly clientId: string;
  readonly name: string;
  readonly state: Audience["state"];
  readonly rules: Rules;
  readonly version: number;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

export const audienceView = (audience: Audience): AudienceView => ({
  id: audience.id,
  clientId: audience.clientId,
  name: audience.name,
  state: audience.state,
  rules: audience.rules,
  version: audience.version,
  updatedAt: audience.updatedAt,
  updatedBy: audience.updatedBy,
});
