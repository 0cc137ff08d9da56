/** Where signing in is: the number is asked for, or the code that was sent to it. */
export type DoorState =
  | { readonly step: "number"; readonly phone: string; readonly refusal: string | null }
  | {
      readonly step: "code";
      readonly phone: string;
      /** The code, where text messages are shown on the page. */
      readonly shown: string | null;
      readonly refusal: string | null;
    };
