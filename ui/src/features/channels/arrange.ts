/** How the channels are narrowed, ordered and grouped. Pure. */
import { platforms, type ChannelView } from "../../backend";
import { platformName } from "../../strings/words";
import { look } from "../help/search";

/** With more channels than this, those of a platform stand together. */
export const MANY = 20;

/** The channels whose name or platform has these words, in the order they have. */
export function narrowed(channels: readonly ChannelView[], query: string): readonly ChannelView[] {
  if (query.trim() === "") return channels;
  const entries = channels.map((channel) => ({
    id: channel.id,
    title: channel.name,
    body: platformName(channel.platform, channel.preset),
  }));
  const found = new Set(look(entries, query).map(({ id }) => id));
  return channels.filter(({ id }) => found.has(id));
}

/** The same with the one of a place at another place; the very same when nothing changes. */
export function moved<T>(all: readonly T[], from: number, to: number): readonly T[] {
  const one = all[from];
  if (one === undefined || to < 0 || to >= all.length || from === to) return all;
  return all.toSpliced(from, 1).toSpliced(to, 0, one);
}

/** One group with all of them, or one for each kind of platform there is. */
export function groupsOf(
  channels: readonly ChannelView[],
  grouped: boolean,
): { name: string; channels: readonly ChannelView[] }[] {
  if (!grouped) return [{ name: "", channels }];
  return platforms
    .map((platform) => ({
      name: platformName(platform),
      channels: channels.filter((channel) => channel.platform === platform),
    }))
    .filter((group) => group.channels.length > 0);
}
