#!/bin/sh
# Draws the icon in every size the window and the packages need, and the tray's signs. Needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")"
for size in 32 128 256 512; do
  rsvg-convert --width "$size" --height "$size" --output "$size.png" switchboard.svg
done
# Trays draw at 16 to 48 points; this is what they scale down best.
for sign in working problem stopped paused; do
  rsvg-convert --width 64 --height 64 --output "tray/$sign.png" "tray/$sign.svg"
done
# The page shows the same drawing.
cp switchboard.svg ../ui/public/icon.svg
