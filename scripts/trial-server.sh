# shellcheck shell=bash
# A server on an empty data folder for a script that asks it something. It is sourced, not run.

# Starts the server; it ends, and its folder goes, with the script. Sets `program`, `work` (a folder),
# `web` (the page's address), `trackers` (the trackers' port), `email` and `password`.
start_trial_server() {
  program=${WHEREABOUTS_BINARY:-$PWD/.build/release/whereabouts}
  unset WHEREABOUTS_BINARY
  [[ -x $program ]] || fail "$program is missing; run scripts/build"
  work=$(mktemp -d)
  server=
  : >"$work/log"
  trap stop_trial_server EXIT
  email=api@example.org password=quiet-harbour-4711
  "$program" user add "$email" --administrator --data-folder "$work/data" <<<"$password" >/dev/null
  "$program" serve --data-folder "$work/data" --gateway-port 0 --web-port 0 --map-tiles "" \
    >"$work/log" 2>&1 &
  server=$!
  local try
  for ((try = 0; try < 300; try++)); do
    web=$(sed -n 's/^web: *\(http[^ ]*\).*/\1/p' "$work/log")
    [[ -n $web ]] && break
    kill -0 "$server" 2>/dev/null || fail "the server did not start: $(cat "$work/log")"
    sleep 0.1
  done
  [[ -n $web ]] || fail "the server did not start: $(cat "$work/log")"
  web=${web%/}
  # shellcheck disable=SC2034  # for the script that sources this
  trackers=$(sed -n 's/^trackers: port \([0-9]*\).*/\1/p' "$work/log")
}

stop_trial_server() {
  [[ -z $server ]] || kill "$server" 2>/dev/null || true
  rm -rf "$work"
}
