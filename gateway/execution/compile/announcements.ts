type Announcement = { readonly promise: Promise<void>; readonly announce: () => void };

/** Things that are waited for by name, also by who comes when they have happened. */
export type Announcements = Map<string, Announcement>;

export function announcementOf(announcements: Announcements, name: string): Announcement {
  const known = announcements.get(name);
  if (known !== undefined) return known;
  let announce = (): void => {
    // Replaced before anybody can call it.
  };
  const promise = new Promise<void>((resolve) => {
    announce = resolve;
  });
  const made = { promise, announce };
  announcements.set(name, made);
  return made;
}
