import { cookies } from "next/headers";
import { downloadMyData } from "@/lib/network/consent/download-my-data";
import { loadMember } from "@/lib/network/consent/load-member";
import { getRuntime } from "@/lib/server/runtime";
import { adsShown } from "@/lib/server/you/ads-shown";
import { companyNames } from "@/lib/server/you/company-names";
import { authorise } from "@/lib/server/you/my-context";

export const dynamic = "force-dynamic";

const headers = { "Cache-Control": "no-store" };

/** Everything about the signed-in member, as a file, with the ads that reached them lately and why. */
export async function GET(): Promise<Response> {
  const me = await authorise(await cookies());
  if (!me.ok) return Response.json({ error: me.error }, { status: 401, headers });
  const [mine, loaded] = await Promise.all([downloadMyData(me.value), loadMember(me.value)]);
  if (!mine.ok) return Response.json({ error: mine.error }, { status: 404, headers });
  const ads = loaded.ok ? await adsShown(loaded.value.now) : [];
  const { db } = await getRuntime();
  const { companies, ...rest } = mine.value;
  const names = await companyNames(
    db,
    companies.map(({ company }) => company),
  );
  const named = companies.map((one) => ({ ...one, name: names[one.company] ?? null }));
  return new Response(
    `${JSON.stringify({ ...rest, companies: named, adsShown: ads }, null, 2)}\n`,
    {
      headers: {
        ...headers,
        "Content-Type": "application/json",
        "Content-Disposition": 'attachment; filename="my-data.json"',
        "X-Content-Type-Options": "nosniff",
      },
    },
  );
}
