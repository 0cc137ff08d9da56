import { getRuntime } from "@/lib/server/runtime";

/** A picture of an ad, as the network serves it to whoever knows its hash. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ hash: string }> },
): Promise<Response> {
  const { hash } = await params;
  const { adApi } = await getRuntime();
  const image = await adApi(
    new Request(new URL(`/graph/nod_images/${encodeURIComponent(hash)}`, request.url)),
  );
  return image.ok ? image : new Response("There is no such picture.", { status: 404 });
}
