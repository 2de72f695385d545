/** A platform's own simple mark: a letter in a rounded square with the platform's tint. */
import type { Platform, Preset } from "../backend";
import { platformName } from "../strings/words";

const tints: Record<Platform, string> = { elma365: "#0f766e", chatwoot: "#1d5fd1", userlike: "#a2480f" };

/** The mark of a platform. Decoration: the platform's name stands beside it or in its title. */
export function PlatformMark({
  platform,
  preset,
  size = 24,
}: {
  platform: Platform;
  preset?: Preset | null;
  size?: number;
}) {
  const name = platformName(platform, preset);
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" role="img" aria-label={name} style={{ flex: "none" }}>
      <title>{name}</title>
      <rect width="24" height="24" rx="6" fill={tints[platform]} />
      <text x="12" y="16.8" textAnchor="middle" fontSize="13.5" fontWeight="600" fill="#fff">
        {name.charAt(0)}
      </text>
    </svg>
  );
}
