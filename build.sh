#!/usr/bin/env bash
# Builds, runs, tests and packages Hearsay; `./build.sh help` lists the verbs.
# Must not hold anything a verb's own program can do: it sets up, calls, and moves files.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

TARGET=${CARGO_TARGET_DIR:-target}
TOOLS=$PWD/.tools                  # what no package manager of the system brings
WASM=wasm32-unknown-unknown
RUST_VERSION=1.95.0                # installed only where there is no Rust or too old a one
NODE_VERSION=22.23.3               # likewise, below Node 20.15
CHROME_CHANNEL=stable              # likewise, where the system's Chromium is a snap

have() { command -v "$1" >/dev/null 2>&1; }
say() { printf '\033[1m== %s\033[0m\n' "$*" >&2; }
die() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; } # least, found

# --- set-up: each part looks first, and does nothing where the thing is there --------------------

# A snap's browser sees neither a temporary profile nor a hidden folder, so it cannot be driven.
usable() {
  local at
  at=$(readlink -f "$(command -v "$1")" 2>/dev/null) || return 1
  case $at in */snap | */snap/*) return 1 ;; esac
  ! { [ "$(head -c 2 "$at")" = '#!' ] && grep -q '/snap/' "$at"; }
}

# Prints the program for chrome or firefox, or fails.
browser_path() {
  local name names
  if [ "$1" = chrome ]; then
    names="${HEARSAY_CHROME:-} chromium chromium-browser google-chrome-stable google-chrome"
  else
    names="${HEARSAY_FIREFOX:-} firefox-esr firefox"
  fi
  for name in $names "$TOOLS/$1"/*/*/"$1"; do
    if have "$name" && usable "$name"; then command -v "$name"; return; fi
  done
  return 1
}

debian() { grep -qs '^ID=debian' /etc/os-release; }

# Names what apt must bring for: rust node chrome firefox. All of it in one line.
apt_wants() {
  local part pair
  for part in "$@"; do
    case $part in
      rust) have cc || echo gcc libc6-dev; have cargo || have curl || echo curl ca-certificates ;;
      node) have npm || { have node && echo npm || echo nodejs npm; } ;;
      chrome | firefox)
        browser_path "$part" >/dev/null && continue
        if debian; then
          if [ "$part" = chrome ]; then echo chromium chromium-sandbox; else echo firefox-esr; fi
          echo fonts-dejavu-core
        else
          # Ubuntu's chromium and firefox are snaps: apt brings the libraries, setup_browser the rest.
          have unzip || echo unzip
          have xz || echo xz-utils
          [ -d /usr/share/fonts/truetype ] || echo fonts-dejavu-core
          for pair in libnss3.so:libnss3 libgbm.so.1:libgbm1 libgtk-3.so.0:libgtk-3-0 libX11-xcb.so.1:libx11-xcb1 libasound.so.2:libasound2-dev; do
            PATH=$PATH:/usr/sbin:/sbin ldconfig -p | grep -q "${pair%:*} " || echo "${pair#*:}"
          done
        fi ;;
    esac
  done | xargs -n 1 | sort -u | xargs
}

setup_apt() {
  local wants
  wants=$(apt_wants "$@")
  [ -n "$wants" ] || return 0
  have apt-get || die "this needs, from your system's packages: $wants"
  if [ "$(id -u)" != 0 ]; then
    printf 'Something is missing that only root can install. Run this line once, then this command again:\n\n  sudo apt-get install -y --no-install-recommends %s\n\n' "$wants" >&2
    exit 1
  fi
  say "apt-get install $wants"
  apt-get update -qq
  # shellcheck disable=SC2086  # a list of package names
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wants >&2
}

setup_rust() {
  local least found=0
  least=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
  if have rustc; then found=$(rustc --version | cut -d' ' -f2); fi
  if ! at_least "$least" "$found"; then
    say "Rust $RUST_VERSION"
    if have rustup; then
      rustup toolchain install "$RUST_VERSION" --profile minimal -c clippy -c rustfmt
    else
      curl --proto '=https' --tlsv1.2 -fsSL https://static.rust-lang.org/rustup/rustup-init.sh |
        sh -s -- -q -y --no-modify-path --profile minimal -c clippy -c rustfmt --default-toolchain "$RUST_VERSION"
      hash -r
    fi
    export RUSTUP_TOOLCHAIN=$RUST_VERSION
  fi
  [ -d "$(rustc --print target-libdir --target $WASM)" ] || rustup target add $WASM
}

setup_node() {
  local arch=x64
  if ! have node || ! at_least 20.15 "$(node -p process.versions.node)"; then
    [ "$(uname -m)" = aarch64 ] && arch=arm64
    if [ ! -x "$TOOLS/node_modules/node-linux-$arch/bin/node" ]; then
      say "Node $NODE_VERSION"
      npm install --prefix "$TOOLS" --no-save --ignore-scripts --loglevel=error "node-linux-$arch@$NODE_VERSION" >&2
    fi
    export PATH="$TOOLS/node_modules/node-linux-$arch/bin:$PATH"
  fi
  if ! cmp -s package-lock.json node_modules/.installed; then
    say "npm packages"
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
    cp package-lock.json node_modules/.installed
  fi
}

setup_browser() {
  if ! browser_path "$1" >/dev/null; then
    say "$1, for this folder only"
    node_modules/.bin/browsers install "$1@$CHROME_CHANNEL" --path "$TOOLS" >&2 ||
      die "no usable $1: install one that is not a snap, or name its program in HEARSAY_${1^^}"
  fi
  export "HEARSAY_${1^^}=$(browser_path "$1")"
}

# Brings the named parts, and whatever else they need.
setup() {
  local part
  setup_apt "$@"
  for part in "$@"; do
    case $part in
      rust) setup_rust ;;
      node) setup_node ;;
      *) setup_browser "$part" ;;
    esac
  done
}

# --- building ------------------------------------------------------------------------------------

# Paths of the building machine must not end up in what ships, nor make two builds differ.
# Every browser that can highlight without touching the page has these vector instructions.
wasm_flags() {
  # A function with one caller would go into it whatever its size, and browsers compile by functions: large ones take
  # them most of a second on the first pages. Instructions that count twenty times as much, against thresholds that
  # do too, keep what is large apart and leave what is small where it was.
  local inline="-Cllvm-args=-inline-instr-cost=100 -Cllvm-args=-inline-threshold=4500 -Cllvm-args=-inlinehint-threshold=6500"
  printf '%s' "-Ctarget-feature=+simd128 $inline --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo --remap-path-prefix=$PWD=/hearsay"
}

build_command() { cargo build --locked --release --bin hearsay; }

# The engine as `engine/hearsay.js` + `hearsay_bg.wasm` + types, under $TARGET.
build_engine() {
  local wasm=$TARGET/$WASM/release/hearsay.wasm version tool
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$(wasm_flags) cargo build --locked --release --lib --target $WASM
  version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/.*= |"/, ""); print }' Cargo.lock)
  tool=$TARGET/tools/bindgen-$version
  if [ ! -x "$tool" ] || [ src/bin/bindgen.rs -nt "$tool" ]; then
    cargo build --locked --features tools --bin bindgen
    mkdir -p "$TARGET/tools"
    cp "$TARGET/debug/bindgen" "$tool"
  fi
  if [ "$wasm" -nt "$TARGET/engine/hearsay_bg.wasm" ] || [ "$tool" -nt "$TARGET/engine/hearsay_bg.wasm" ]; then
    "$tool" "$wasm" "$TARGET/engine"
  fi
  mkdir -p dist/types/engine
  cp "$TARGET/engine/"*.d.ts dist/types/engine/
}

# Fills dist/$2 with $1 (extension or www) and the engine.
assemble() {
  rm -rf "dist/$2"
  mkdir -p "dist/$2/engine"
  cp -R "$1/." "dist/$2"
  rm -f "dist/$2"/{manifest.template.json,tsconfig.json,*.mjs,*.d.ts}
  cp "$TARGET/engine/"{hearsay.js,hearsay_bg.wasm} "dist/$2/engine/"
}

build_all() {
  local browser
  build_command
  build_engine
  for browser in chrome firefox; do
    assemble extension $browser
    node extension/manifest.mjs $browser dist/$browser
    assemble extension test-$browser
    node extension/manifest.mjs $browser dist/test-$browser --test
  done
  assemble www www
}

# --- verbs ---------------------------------------------------------------------------------------

verb_check() { # formatting, clippy and JavaScript types; any warning fails
  setup rust node
  cargo fmt --check
  cargo clippy --locked --all-targets --all-features -- -D warnings
  cargo clippy --locked --lib --target $WASM -- -D warnings
  build_engine
  node_modules/.bin/tsc --project extension/tsconfig.json
}

verb_build() { # command, engine, both extensions and the playground, under dist/
  setup rust node
  build_all
}

verb_run() { # [--browser firefox|chrome] the sample story with the extension installed
  local browser=
  case "${1:-} ${2:-}" in
    '--browser chrome' | '--browser firefox') browser=$2 ;;
    ' ') browser=chrome; browser_path chrome >/dev/null || { browser_path firefox >/dev/null && browser=firefox; } ;;
    *) die "usage: ./build.sh run [--browser firefox|chrome]" ;;
  esac
  setup rust node "$browser"
  build_all
  node tests/run-sample.mjs "$browser" "$TARGET/release/hearsay"
}

verb_test() { # everything CI runs: Rust, both extensions' manifests, both browsers
  setup rust node chrome firefox
  build_all
  node tests/run.mjs "$@"
}

verb_www() { # [PORT] serves the playground on localhost
  setup rust node
  build_engine
  assemble www www
  node tests/serve.mjs dist/www "${1:-8321}"
}

verb_accuracy() { # DIR [GOLD…] the release command, then DIR/accuracy/run.sh on it
  local dir=${1:-}
  [ -x "$dir/accuracy/run.sh" ] || die "usage: ./build.sh accuracy DIR [GOLD…], where DIR/accuracy/run.sh is"
  shift
  setup rust
  build_command
  "$dir/accuracy/run.sh" "$TARGET/release/hearsay" "$@"
}

verb_bench() { # [ROUNDS [DIR]] the engine in Chromium beside other libraries, on first-seen articles (your own .txt files)
  setup rust node chrome
  build_engine
  optimise
  node tests/bench/run.mjs "$TARGET/engine" "$@"
}

# wasm-opt takes seconds and saves a few per cent: for what ships and what is measured only.
optimise() {
  local from=$TARGET/engine/hearsay_bg.wasm to=$TARGET/engine/hearsay_bg.opt.wasm
  # Only what Rust itself emits: the tool knows features that no browser has yet.
  local features="--enable-bulk-memory --enable-bulk-memory-opt --enable-multivalue --enable-mutable-globals
    --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext --enable-simd"
  # shellcheck disable=SC2086  # a list of options
  # Not everything that is called from one place alone into its caller: browsers compile function by function,
  # and one of a fifth of the code keeps them from the others for seconds.
  if [ "$from" -nt "$to" ]; then node_modules/.bin/wasm-opt -O3 -ocimfs=200 $features "$from" -o "$to"; fi
}

verb_package() { # reproducible zips for both stores
  local browser version
  setup rust node
  build_engine
  optimise
  version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
  for browser in chrome firefox; do
    assemble extension store-$browser
    cp "$TARGET/engine/hearsay_bg.opt.wasm" dist/store-$browser/engine/hearsay_bg.wasm
    node extension/manifest.mjs $browser dist/store-$browser
    node extension/zip.mjs dist/store-$browser "dist/hearsay-$browser-$version.zip"
  done
}

verb_pages() { # DIR scans every saved page of a folder in both browsers
  [ -d "${1:-}" ] || die "usage: ./build.sh pages DIR"
  setup rust node chrome firefox
  build_all
  node tests/pages.mjs "$@"
}

verb_help() { # this list
  sed -n 's/^verb_\([a-z]*\)() { # \(.*\)/  .\/build.sh \1\t\2/p' build.sh | expand -t 24
}

verb=${1:-help}
[ $# -gt 0 ] && shift
declare -F "verb_$verb" >/dev/null || { verb_help >&2; die "no such verb: $verb"; }
"verb_$verb" "$@"
