#!/bin/sh
# Runs wapiti and sqlmap against a Trellis that was started on this machine, signed in, for a bounded time, and keeps what they say.
# Installs nothing. On Debian: apt install wapiti sqlmap curl
#
#   FORMS_PER_MINUTE=0 DATA_DIR=$(mktemp -d) PORT=3100 bin/start     in one terminal: a demo that may be broken
#   test/attacks/scan.sh http://localhost:3100 EMAIL PASSWORD [SECONDS] [FOLDER]
#
# SECONDS bounds each of the two (600 unless given). What they found is in FOLDER/wapiti.json and FOLDER/sqlmap.txt.
# Their findings are answered in docs/methods/security.md.
set -eu
ADDRESS=${1:?the address of the server, such as http://localhost:3100}
EMAIL=${2:?the e-mail address to sign in with}
PASSWORD=${3:?the password}
SECONDS_EACH=${4:-600}
FOLDER=${5:-$(mktemp -d)}

case $ADDRESS in
http://localhost:* | http://127.0.0.1:*) ;;
*)
  echo "Only a server of this machine is scanned, such as http://localhost:3100; not $ADDRESS" >&2
  exit 2
  ;;
esac
for tool in wapiti sqlmap curl; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed. On Debian: apt install wapiti sqlmap curl" >&2; exit 2; }
done
mkdir -p "$FOLDER"

COOKIE=$(curl -s -o /dev/null -D - -H 'Sec-Fetch-Site: same-origin' --data-urlencode "email=$EMAIL" --data-urlencode "password=$PASSWORD" \
  "$ADDRESS/sign-in" | sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' | tr -d '\r' | paste -sd ';' -)
[ -n "$COOKIE" ] || { echo "Could not sign in to $ADDRESS as $EMAIL" >&2; exit 2; }

echo "wapiti, at most $SECONDS_EACH seconds ..."
HOME=$FOLDER timeout "$((SECONDS_EACH + 60))" wapiti --url "$ADDRESS/plans" --scope domain --depth 5 --max-links-per-page 40 \
  --max-files-per-dir 40 --header "Cookie: $COOKIE" --header 'Sec-Fetch-Site: same-origin' \
  --max-scan-time "$((SECONDS_EACH / 3))" --max-attack-time "$((SECONDS_EACH / 8))" --flush-session --no-bugreport --verify-ssl 0 \
  --module 'xss,permanentxss,sql,exec,file,crlf,redirect,ssrf,xxe,csrf,csp,http_headers,cookieflags,methods,backup,htaccess' \
  --format json --output "$FOLDER/wapiti.json" >"$FOLDER/wapiti.log" 2>&1 || echo "wapiti ended with $? (124: out of time)"

echo "sqlmap, at most $SECONDS_EACH seconds ..."
: >"$FOLDER/sqlmap.txt"
PLAN=$(curl -s -H "Cookie: $COOKIE" "$ADDRESS/plans" | grep -o '/plans/[0-9a-f-]\{36\}' | head -1)
HOME=$FOLDER timeout "$SECONDS_EACH" sqlmap --batch --disable-coloring --output-dir "$FOLDER/sqlmap" --cookie "$COOKIE" \
  -H 'Sec-Fetch-Site: same-origin' --dbms PostgreSQL --level 2 --risk 1 --threads 2 --technique BEUT --time-sec 3 --flush-session \
  -u "$ADDRESS$PLAN?q=hub&progress=red&page=2" >>"$FOLDER/sqlmap.txt" 2>&1 || echo "sqlmap ended with $? (124: out of time)"
for form in /sign-in "$PLAN" /documents/new; do
  HOME=$FOLDER timeout "$((SECONDS_EACH / 3))" sqlmap --batch --disable-coloring --output-dir "$FOLDER/sqlmap" --cookie "$COOKIE" \
    -H 'Sec-Fetch-Site: same-origin' --dbms PostgreSQL --level 1 --risk 1 --threads 2 --technique BEU --forms --flush-session \
    -u "$ADDRESS$form" >>"$FOLDER/sqlmap.txt" 2>&1 || echo "sqlmap ended with $? on $form (124: out of time)"
done

echo
echo "Findings of sqlmap:"
grep -iE 'is vulnerable|injectable|identified the following injection' "$FOLDER/sqlmap.txt" | grep -viE 'not injectable|does not (seem|appear)|might not be' | sort -u || echo '  none'
echo "Findings of wapiti (in $FOLDER/wapiti.json):"
python3 - "$FOLDER/wapiti.json" <<'REPORT'
import json, sys
try:
    report = json.load(open(sys.argv[1]))
except OSError:
    sys.exit('  wapiti wrote no report')
found = {**report['vulnerabilities'], **report['anomalies']}
for name, all_of_it in found.items():
    for one in all_of_it:
        print(f"  {name}: {one['method']} {one['path']} {one['parameter'] or ''} {one['info']}")
print(f"  {sum(map(len, found.values()))} in all; {report['infos'].get('crawled_pages_nbr', '?')} pages were crawled")
REPORT
