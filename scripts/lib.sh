# SPDX-License-Identifier: MIT
# Shared by the scripts of this folder: paths, messages, and long work that can be watched and
# stopped. Sourced, never run. It must not install, build or download anything.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/lectern
logs=$root/build/log
lock_file=$root/scripts/third_party.lock

# All messages go to stderr: stdout of scripts/run and scripts/test is for what they promise.
say() { printf 'lectern: %s\n' "$*" >&2; }

# Wrong use is 2, as in the `lectern` command; everything else that stops a script is 1.
fail() { say "$*"; exit 1; }
wrong_use() { say "$*"; exit 2; }

# Sleeps without a child process: a killed script must not leave a `sleep` behind that keeps its
# stderr open, since whoever reads it through a pipe would wait for that.
exec {never_ready}<> <(:)
nap() { read -rt "$1" -u "$never_ready" || true; }

# start COMMAND…: in the background as $job, in a process group of its own, so that stop_job reaches
# all that it started, shell functions and pipelines included.
start() {
  set -m
  "$@" </dev/null &
  job=$!
  set +m
}
stop_job() {
  kill -- "-$job" 2>/dev/null || true
  wait "$job" 2>/dev/null || true
}

# await [MESSAGE [LOG]]: waits for $job and gives its exit code. A signal to this script stops the job:
# nothing outlives the script. MESSAGE is said once the job takes longer than a second (short work is
# silent); signs of life follow, on a terminal the last line of LOG, else the time every 15 s.
await() {
  local message=${1:-} log=${2:-/dev/null} started=$SECONDS told=0 naps=0 code=0
  trap 'stop_job; exit 130' INT TERM HUP
  while kill -0 "$job" 2>/dev/null; do
    nap 0.1
    [ -n "$message" ] && ((++naps >= 10)) || continue
    if ((naps == 10)); then say "$message"; fi
    if [ -t 2 ]; then
      ((naps % 5)) || printf '\r\033[K  %d s  %.70s' $((SECONDS - started)) "$(tail -n 1 "$log" | tr -d '\r')" >&2
    elif ((SECONDS - started - told >= 15)); then
      told=$((SECONDS - started))
      say "  … $told s"
    fi
  done
  if [ -t 2 ] && ((naps >= 10)); then printf '\r\033[K' >&2; fi
  wait "$job" || code=$?
  trap - INT TERM HUP
  return "$code"
}

# run_logged NAME MESSAGE COMMAND…: COMMAND with its output in build/log/NAME.log; gives its code.
run_logged() {
  local log=$logs/$1.log message=$2
  shift 2
  mkdir -p "$logs"
  start "$@" >"$log" 2>&1
  await "$message" "$log"
}

# write_file FILE: stdin becomes FILE; touched only when it differs, since CMake looks at times.
write_file() {
  local text
  text=$(cat)
  [ "$(cat "$1" 2>/dev/null || true)" = "$text" ] && return 0
  printf '%s\n' "$text" >"$1.new"
  mv "$1.new" "$1"
}
