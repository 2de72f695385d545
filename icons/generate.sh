#!/bin/sh
# Draws the icon in every size the window and the packages need. Needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")"
for size in 32 128 256 512; do
  rsvg-convert --width "$size" --height "$size" --output "$size.png" switchboard.svg
done
# The page shows the same drawing.
cp switchboard.svg ../ui/public/icon.svg
