# shellcheck shell=bash disable=SC2154
# How bench/run measures: each sample is a line "wall user system peak_KiB" in a file of its name
# under $work/samples, and a table says medians. Sourced by bench/run, which sets
# $work, $bin and $round.

# prefer COMMAND…: before other people's jobs, where the machine lets us.
if nice -n -5 true 2>/dev/null; then
  prefer() { nice -n -5 "$@"; }
else
  prefer() { "$@"; }
fi

# sample NAME COMMAND…: runs the command and keeps what it took. What was written before is on the
# disk when it starts. In round 0 it only warms up.
sample() {
  local name=$1
  shift
  sync
  prefer /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    exit 1
  }
  [ "$round" -eq 0 ] || cat "$work/time" >>"$work/samples/$name"
}

# median NAME EXPRESSION: of $1 wall, $2 user, $3 system, $4 KiB, an awk expression.
median() {
  awk "{ print $2 }" "$work/samples/$1" | sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

# ratio A B: with one decimal, two when it is small.
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { r = a / b; printf (r < 10 ? "%.2f" : "%.0f"), r }'; }

# row NAME OURS THEIRS EXPRESSION FORMAT: a line of a table that compares two samples.
row() {
  local ours theirs
  ours=$(median "$2" "$4")
  theirs=$(median "$3" "$4")
  # shellcheck disable=SC2059  # the caller's format
  printf "| %s | $5 | $5 | %s |\n" "$1" "$ours" "$theirs" "$(ratio "$theirs" "$ours")"
}

# Waits until our program has put its house in order: what it does after the swap is not measured.
wait_for_okienko() {
  local running
  while :; do
    running=$(find /proc -maxdepth 2 -name exe -lname "$bin/okienko" 2>/dev/null || true)
    [ -n "$running" ] || return 0
    sleep 0.05
  done
}
