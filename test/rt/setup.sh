#!/bin/bash
# Request Tracker 5 on 127.0.0.1 with seeded support tickets (Debian packages, SQLite). Run as root; may be run again:
# it keeps an existing database (RESEED=1 builds it anew). No mail leaves: the mail command is the "testfile" sink.
set -euo pipefail
HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
PORT="${RT5_PORT:-8091}"
STATE="${RT5_STATE:-${TMPDIR:-/tmp}/rig-rt5}"
ZONE="${RIG_ZONE:-Europe/Berlin}"
export DEBIAN_FRONTEND=noninteractive

if ! dpkg -s request-tracker5 >/dev/null 2>&1 || ! dpkg -s rt5-standalone rt5-db-sqlite >/dev/null 2>&1; then
  apt-get update -qq
  printf '%s\n' 'request-tracker5 request-tracker5/dbconfig-install boolean false' \
    'request-tracker5 request-tracker5/initial-root-password password not-used-here' | debconf-set-selections
  apt-get install -y -qq --no-install-recommends request-tracker5 rt5-standalone rt5-db-sqlite >/dev/null
fi

mkdir -p "$STATE"/{mason,session,log}
cat > "$STATE/RT_SiteConfig.pm" <<CONF
Set(\$rtname, 'fjordsupport.test');
Set(\$Organization, 'fjordsupport.test');
Set(\$CorrespondAddress, 'support\@fjordsupport.test');
Set(\$CommentAddress, 'support-comment\@fjordsupport.test');
Set(\$WebDomain, '127.0.0.1');
Set(\$WebPort, $PORT);
Set(\$WebPath, '');
Set(\$DatabaseType, 'SQLite');
Set(\$DatabaseName, '$STATE/rt.sqlite');
Set(\$MailCommand, 'testfile');
Set(\$Timezone, '$ZONE');
Set(\$LogToSTDERR, 'error');
Set(\$LogToSyslog, undef);
Set(\$WebSecureCookies, 0);
Set(\$MasonDataDir, '$STATE/mason');
Set(\$MasonSessionDir, '$STATE/session');
Set(\$DevelMode, 0);
Set(\$StatementLog, undef);
Set(%PriorityAsString, Default => { Low => 10, Medium => 50, High => 75, Urgent => 100 });
1;
CONF
export RT_SITE_CONFIG="$STATE/RT_SiteConfig.pm" RT_SITE_CONFIG_DIR=/dev/null TZ="$ZONE"

if [ "${RESEED:-0}" = 1 ]; then [ -f "$STATE/pid" ] && kill "$(cat "$STATE/pid")" 2>/dev/null || true; rm -f "$STATE/rt.sqlite" "$STATE/seeded"; fi
if [ ! -f "$STATE/seeded" ]; then
  rm -f "$STATE/rt.sqlite"
  rt-setup-database-5 --action init --skip-create >"$STATE/log/init.log" 2>&1 || \
    rt-setup-database-5 --action init >"$STATE/log/init.log" 2>&1 || { tail -20 "$STATE/log/init.log"; exit 1; }
  perl -I/usr/share/request-tracker5/lib "$HERE/seed.pl" "$HERE/tickets.json" a "$STATE/truth.json"
  touch "$STATE/seeded"
fi

if ! { [ -f "$STATE/pid" ] && kill -0 "$(cat "$STATE/pid")" 2>/dev/null; }; then
  setsid /usr/share/request-tracker5/libexec/rt-server --server Starlet --host 127.0.0.1 --port "$PORT" --max-workers 2 >"$STATE/log/server.log" 2>&1 </dev/null &
  echo $! > "$STATE/pid"
fi
for _ in $(seq 60); do curl -fs -o /dev/null "http://127.0.0.1:$PORT/" && break; sleep 1; done
curl -fs -o /dev/null "http://127.0.0.1:$PORT/" || { tail "$STATE/log/server.log"; exit 1; }
echo "Request Tracker 5: http://127.0.0.1:$PORT/  login maya / rig-password (also root / rig-password; maya-de and maya-fr read German and French)"
echo "truth of the seeded tickets: $STATE/truth.json   stop: kill \$(cat $STATE/pid)"
