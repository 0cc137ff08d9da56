import { getRuntime } from "@/lib/server/runtime";

/** The network's ad API: everything below /graph is its own world, with its own tokens and errors. */
async function answer(request: Request): Promise<Response> {
  const { adApi } = await getRuntime();
  return adApi(request);
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
