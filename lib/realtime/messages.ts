import type { EventView } from '#lib/events/catalogue';

/** What the server says over a socket. */
export type ToBrowser = {
  event(event: EventView): void;
  /** Ids of those of the two who have Nearer in front of them now. */
  presence(userIds: string[]): void;
  /** Something about oneself or the couple has changed: load the page's data anew. */
  refresh(): void;
};

/** The one thing a browser says. */
export type FromBrowser = {
  front(isInFront: boolean): void;
};

export type SocketData = {
  userId: string;
  coupleId: string;
  showsPresence: boolean;
  isInFront: boolean;
};
