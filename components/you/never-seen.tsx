/** In plain words what advertisers get, and what they never get. */
export function NeverSeen({ companies }: { companies: number }) {
  return (
    <section aria-labelledby="never-seen" className="flex flex-col gap-2">
      <h2 id="never-seen" className="font-semibold text-lg">
        What advertisers can never see
      </h2>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        <li>your name, your number, your messages or whom you write to;</li>
        <li>your signals, or whether you are in an audience;</li>
        <li>whether an ad was shown to you;</li>
        <li>a number of fewer than 1,000 people.</li>
      </ul>
      <p className="text-ink-2">
        They describe whom they look for, and get a rounded range of how many people fit. The
        network chooses whom an ad is shown to.
        {companies > 0 &&
          ` You work with ${companies === 1 ? "one company" : `${companies} companies`} in the network; they may reach you only where you allow it above.`}
      </p>
    </section>
  );
}
