/** Sends text messages to people's phones. */
export interface TextMessages {
  /** Whether it was handed over; why not is the sender's to log, without the number or the text. */
  send(message: TextMessage): Promise<boolean>;
}

export interface TextMessage {
  /** With the country code: +447700900123. */
  readonly to: string;
  readonly text: string;
}
