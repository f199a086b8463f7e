# Read by the commands beside it: finds, or fetches, what they stand on. Silent when nothing is to be done.
# After it, ROOT is this repository and `run_node FILE WORDS...` runs a file of it, from whatever folder one is in.

set -eu
OLDEST_NODE=26
ROOT=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)

say() { printf '%s\n' "$*" >&2; }
give_up() { say "$*"; exit 1; }

is_new_enough() {
  command -v "$1" >/dev/null 2>&1 &&
    "$1" -e "process.exit(process.versions.node.split('.')[0] >= $OLDEST_NODE ? 0 : 1)" 2>/dev/null
}

node_package() {
  case $(uname -s) in Linux) system=linux ;; Darwin) system=darwin ;; *) give_up "Trellis runs on Linux and macOS, not on $(uname -s)." ;; esac
  case $(uname -m) in x86_64 | amd64) chip=x64 ;; aarch64 | arm64) chip=arm64 ;; *) give_up "Trellis has no Node for a $(uname -m) processor: install Node $OLDEST_NODE or later yourself." ;; esac
  printf 'node-%s-%s' "$system" "$chip"
}

prepare_node() {
  NODE=node
  is_new_enough "$NODE" && return
  package=$(node_package)
  NODE=$ROOT/.runtime/node_modules/$package/bin/node
  is_new_enough "$NODE" && return
  command -v npm >/dev/null 2>&1 || give_up "Trellis needs Node $OLDEST_NODE or later, or an older Node with npm to fetch it: install nodejs and npm first."
  say "Fetching Node $OLDEST_NODE ..."
  mkdir -p "$ROOT/.runtime"
  npm install --prefix "$ROOT/.runtime" --no-audit --no-fund --loglevel=error "$package@$OLDEST_NODE" >/dev/null ||
    give_up "Node $OLDEST_NODE could not be fetched: is the npm registry reachable? Install Node $OLDEST_NODE yourself otherwise."
  is_new_enough "$NODE" || give_up "The Node that was fetched does not run on this machine. Install Node $OLDEST_NODE or later yourself."
}

prepare_packages() {
  stamp=$ROOT/node_modules/.trellis-packages
  wanted=$(cksum <"$ROOT/package-lock.json")
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return
  if ! "$NODE" "$ROOT/bin/packages-are-there.mjs"; then
    say 'Installing packages, which takes about a minute ...'
    # Not `npm ci`: that refuses a lock file which does not name every other platform's programs too.
    run_npm install --no-save --prefix "$ROOT" --no-audit --no-fund --loglevel=error >/dev/null ||
      give_up 'The packages could not be installed: the lines above say why.'
  fi
  printf '%s\n' "$wanted" >"$stamp"
}

# npm runs under the Node that will run Trellis, so that what it installs fits.
run_npm() {
  npm=$(command -v npm) || give_up 'Installing the packages needs npm: install npm first.'
  npm=$(readlink -f "$npm")
  case $npm in
    *.js) "$NODE" "$npm" "$@" ;;
    *) PATH=$(dirname -- "$NODE"):$PATH "$npm" "$@" ;;
  esac
}

run_node() {
  file=$1
  shift
  TSX_TSCONFIG_PATH=$ROOT/tsconfig.json "$NODE" --import "$ROOT/node_modules/tsx/dist/loader.mjs" "$ROOT/$file" "$@"
}

# The same, in place of this shell, so that a signal reaches Trellis itself.
become_node() {
  file=$1
  shift
  export TSX_TSCONFIG_PATH="$ROOT/tsconfig.json" DATA_DIR="${DATA_DIR:-$ROOT/data}"
  exec "$NODE" --import "$ROOT/node_modules/tsx/dist/loader.mjs" "$ROOT/$file" "$@"
}

# What Node compiled once it need not compile again: a start takes less than half the time.
export NODE_COMPILE_CACHE="${NODE_COMPILE_CACHE:-$ROOT/.runtime/compile-cache}"

prepare_node
prepare_packages
