#!/usr/bin/env bash
# Installs what a fresh Debian machine with Rust and Node lacks. Where all is there it does nothing, in a moment.
#
#   tests/setup.sh window   what the desktop window is built with and needs to run
#   tests/setup.sh server   what the server host is built with
#   tests/setup.sh test     the above and everything the tests use
#   tests/setup.sh bench    what the benches compare with
set -euo pipefail
cd "$(dirname "$0")/.."

# What package tools say is shown only when they fail, and without the addresses they name: where a machine gets its packages from is its
# own business and has no place in a log.
quietly() {
  local log failed=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null || failed=$?
  if ((failed)); then
    sed -E 's#[a-z+]+://[^ ]*#(address)#g' "$log" >&2
    echo "This did not work: $*" >&2
  fi
  rm -f "$log"
  return "$failed"
}

debian() {
  local name missing=()
  if ! command -v dpkg-query >/dev/null; then
    echo "This is not Debian; these packages, by whatever name they have here, are needed: $*"
    return
  fi
  for name; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  if ((${#missing[@]} == 0)); then return; fi
  echo "Installing Debian packages: ${missing[*]}"
  local as_root=()
  if ((EUID)); then as_root=(sudo); fi
  quietly "${as_root[@]}" apt-get update
  quietly "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

# The lock file that was installed is kept beside what it installed, so that only another content installs again.
npm_packages() {
  cmp -s "$1/package-lock.json" "$1/node_modules/.installed-lock.json" && return
  echo "Installing the packages of $1"
  (cd "$1" && quietly npm ci --no-audit --no-fund)
  cp "$1/package-lock.json" "$1/node_modules/.installed-lock.json"
}

cargo_tool() {
  cargo install --list | grep -qF "$1 v${2:-}" && return
  echo "Installing $1 (some minutes)"
  # In a target folder of its own: the workspace's is locked while anything builds.
  quietly env -u CARGO_TARGET_DIR cargo install "$1" ${2:+--version "$2"} --locked
}

server() {
  debian build-essential pkg-config
  npm_packages ui
  quietly cargo fetch --locked
}

window() {
  debian build-essential pkg-config libwebkit2gtk-4.1-dev libayatana-appindicator3-1 fonts-dejavu-core
  server
}

tests() {
  debian webkit2gtk-driver xvfb xauth dbus gnome-keyring chromium strace procps
  window
  npm_packages tests/ui
  cargo fmt --version >/dev/null 2>&1 || quietly rustup component add rustfmt
  cargo clippy --version >/dev/null 2>&1 || quietly rustup component add clippy
  cargo nextest --version >/dev/null 2>&1 || cargo_tool cargo-nextest
  cargo_tool tauri-driver 2.1.0
}

case "${1:-}" in
  server) server ;;
  window) window ;;
  test) tests ;;
  bench)
    server
    [[ -x /usr/sbin/nginx ]] || debian nginx-light
    ;;
  *) echo "usage: $0 window|server|test|bench" >&2; exit 2 ;;
esac
