#!/bin/sh
# Makes the briefing of the newest closed session, for cron, launchd or a systemd timer. While data are late (exit
# code 3) or no provider answers (4) it tries again, every half an hour and eight times at most.
#
#   sh docs/local-schedule/briefing.sh [options of `npm run briefing`]

cd "$(dirname "$0")/../.." || exit 1

# On Linux `npm ci` has brought a Node; schedulers seldom have the PATH of a shell.
node=node_modules/.bin/node
[ -x "$node" ] || node=node

tries=8
while :; do
  "$node" lambda/cli/start.js "$@"
  code=$?
  tries=$((tries - 1))
  case $code in
    3 | 4) [ "$tries" -gt 0 ] || exit "$code" ;;
    *) exit "$code" ;;
  esac
  sleep "${PAUSE_SECONDS:-1800}"
done
