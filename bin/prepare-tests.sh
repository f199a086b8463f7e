# Read by bin/test: gets the programs that tests drive from Debian, when it may. Nothing is skipped silently: what is
# missing is named, and ends the run.

missing=''
needs() { eval "$2" >/dev/null 2>&1 || missing="$missing $1"; }

look_for_programs() {
  missing=''
  needs chromium 'command -v chromium'
  needs postgresql 'ls /usr/lib/postgresql/*/bin/postgres'
  needs qpdf 'command -v qpdf'
  needs poppler-utils 'command -v pdftotext'
  needs default-jdk-headless 'command -v javac'
  needs python3 'command -v python3'
  needs libjaxb-java 'ls /usr/share/java/jaxb-api*.jar'
}

look_for_programs
if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  say "Installing for the tests:$missing ..."
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086
  { apt-get update && apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1 || tail -n 5 "$log" >&2
  rm -f "$log"
  look_for_programs
fi
[ -z "$missing" ] || give_up "The tests need programs that are not here:$missing. On Debian, as root: apt-get install$missing"
