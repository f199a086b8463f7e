#!/bin/sh
# Runs wapiti and sqlmap against a Trellis that was started on this machine, signed in, for a bounded time, and keeps what they say.
# Installs nothing. On Debian: apt install wapiti sqlmap curl
#
#   FORMS_PER_MINUTE=0 DATA_DIR=$(mktemp -d) PORT=3100 bin/start     in one terminal: a demo that may be broken
#   test/attacks/scan.sh http://localhost:3100 EMAIL PASSWORD [SECONDS] [FOLDER]
#
# SECONDS bounds each module of wapiti and each run of sqlmap (600 unless given). What they said is in FOLDER.
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

# wapiti 3.0.4 stops under Python 3.11 where an address is excluded: its pattern has its flags at the end. And it must not sign itself out.
cat >"$FOLDER/wapiti.py" <<'MENDED'
import re
from wapitiCore.net import crawler
crawler.wildcard_translate = lambda pattern: re.compile(re.escape(pattern).replace(r'\*', '.*') + r'\Z', re.S)
from wapitiCore.main.wapiti import wapiti_main
wapiti_main()
MENDED
# Crawls a few records of each kind once, then attacks with one module after the other, each to its end or its limit.
# Left out: ssrf and xxe (they ask a server outside), wapp, nikto and buster (lists from outside), brute_login_form (test/attacks has it).
run_wapiti() {
  # It would look outside for a list that no module here needs.
  HOME=$FOLDER https_proxy=http://127.0.0.1:9 timeout "$SECONDS_EACH" /usr/bin/python3 "$FOLDER/wapiti.py" --url "$ADDRESS/" --start "$ADDRESS/plans" --start "$ADDRESS/people" \
    --scope domain --depth 3 --max-links-per-page 25 --max-files-per-dir 14 --max-parameters 20 --timeout 20 \
    --exclude "$ADDRESS/sign-out*" --exclude "$ADDRESS/account/sessions*" --exclude "$ADDRESS/*/sessions-end*" --exclude "$ADDRESS/account/password*" --exclude "$ADDRESS/*/end" \
    --exclude "$ADDRESS/*/discard*" --exclude "$ADDRESS/*/leaving*" --exclude "$ADDRESS/*/ending*" --exclude "$ADDRESS/*/export/*" \
    --header "Cookie: $COOKIE" --header 'Sec-Fetch-Site: same-origin' --endpoint http://127.0.0.1:9/ --no-bugreport --verify-ssl 0 \
    --format json "$@"
}
for module in csp http_headers cookieflags methods htaccess backup crlf redirect csrf xss,permanentxss sql file exec blindsql; do
  case $module in
  csp) again="--flush-session --max-scan-time $((SECONDS_EACH / 3))" ;;
  *) again='--skip-crawl --flush-attacks' ;;
  esac
  # shellcheck disable=SC2086
  if run_wapiti $again --module "$module" --max-attack-time "$((SECONDS_EACH - 30))" --output "$FOLDER/wapiti-$module.json" >"$FOLDER/wapiti-$module.log" 2>&1 &&
    ! grep -q 'Max attack time was reached' "$FOLDER/wapiti-$module.log"; then
    echo "wapiti $module: ran to its end"
  else
    echo "wapiti $module: out of time, or it failed ($FOLDER/wapiti-$module.log)"
  fi
done

: >"$FOLDER/sqlmap.txt"
PLAN=$(curl -s -H "Cookie: $COOKIE" "$ADDRESS/plans" | grep -o '/plans/[0-9a-f-]\{36\}' | head -1)
run_sqlmap() {
  echo "## $*" >>"$FOLDER/sqlmap.txt"
  if HOME=$FOLDER timeout "$SECONDS_EACH" sqlmap --batch --disable-coloring --output-dir "$FOLDER/sqlmap" --cookie "$COOKIE" --level 1 --risk 1 \
    -H 'Sec-Fetch-Site: same-origin' --dbms PostgreSQL --technique BEU --ignore-code 404 --threads 2 --flush-session "$@" >>"$FOLDER/sqlmap.txt" 2>&1; then
    echo "sqlmap $*: ran to its end"
  else
    echo "sqlmap $*: ended with $? (124: out of time)"
  fi
}
run_sqlmap -u "$ADDRESS$PLAN*"
run_sqlmap -u "$ADDRESS$PLAN?search=hub&progress=red&impact=red&page=2" -p search,progress,impact,page
run_sqlmap -u "$ADDRESS/people?words=a&who=here" -p words,who
run_sqlmap -u "$ADDRESS/audit?words=a&page=1" -p words,page
run_sqlmap -u "$ADDRESS/sign-in" --data 'email=a@b.example&password=c' -p email,password
run_sqlmap -u "$ADDRESS/people" --data 'name=A&email=a@b.example&organisation=' -p name,email,organisation

echo
echo "Findings of sqlmap:"
grep -iE 'is vulnerable|injectable|identified the following injection' "$FOLDER/sqlmap.txt" | grep -viE 'not injectable|does not (seem|appear)|might not be' | sort -u || echo '  none'
echo "Findings of wapiti:"
/usr/bin/python3 - "$FOLDER"/wapiti-*.json <<'REPORT'
import json, sys
count = 0
for path in sys.argv[1:]:
    report = json.load(open(path))
    for name, all_of_it in {**report['vulnerabilities'], **report['anomalies']}.items():
        for one in all_of_it:
            count += 1
            print(f"  {name}: {one['method']} {one['path']} {one['parameter'] or ''} {one['info']}")
print(f'  {count} in all, by {len(sys.argv) - 1} modules')
REPORT
