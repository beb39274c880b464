#!/usr/bin/env bash
# Publishes as users do and runs what came out, since a build without warnings proves nothing:
#   machine code (net8.0 and net10.0), trimmed (net10.0), .NET Framework on mono (net472),
#   and the unit tests on a real .NET 8 runtime.
# Prints size and start time of each; ends with an error after a warning, a wrong output or a failed test.
# Needs clang, zlib1g-dev and mono-devel (Debian's names). What is missing is left out; with CI set it is an error.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
case $(uname -m) in aarch64 | arm64) rid=linux-arm64 ;; *) rid=linux-x64 ;; esac
failed=0

fail() { echo "smoke $1: FAILED: $2"; failed=1; }

# has COMMAND NAME: whether a needed command is there.
has() {
  command -v "$1" >/dev/null && return
  if [ -n "${CI:-}" ]; then fail "$2" "$1 is missing"; else echo "smoke $2: left out, $1 is missing"; fi
  return 1
}

# publish NAME PROJECT ARGUMENTS...: into $out/NAME, with nothing left in the checkout.
publish() {
  local name=$1
  shift
  dotnet publish "$@" -c Release --artifacts-path "$out/build" -o "$out/$name" >"$out/$name.log" 2>&1 &&
    ! grep -q "warning" "$out/$name.log" && return
  grep -E "error|warning" "$out/$name.log" | sort -u
  fail "$name" "it cannot be published without a warning"
  return 1
}

# smoke NAME COMMAND...: runs the program and compares what it says.
smoke() {
  local name=$1 files
  shift
  "$@" >"$out/$name.txt" 2>"$out/$name.err"
  diff "$here/expected.txt" "$out/$name.txt" || { cat "$out/$name.err"; fail "$name" "it says something else"; return; }
  files=$(find "$out/$name" -type f ! -name '*.dbg' ! -name '*.pdb' ! -name '*.xml' -printf '%s\n' | awk '{ n += $1 } END { print n }')
  awk -v name="$name" -v bytes="$files" -v start="$(cat "$out/$name.err")" \
    'BEGIN { printf "smoke %s: %.1f MB, %s\n", name, bytes / 1e6, start }'
}

if has clang aot; then
  for target in net8.0 net10.0; do
    publish "aot-$target" "$here" -f "$target" -r "$rid" -p:Aot=true && smoke "aot-$target" "$out/aot-$target/Polaris.Client.AotSmoke"
    rm -rf "$out/build"
  done
fi
publish trimmed "$here" -f net10.0 -r "$rid" && smoke trimmed "$out/trimmed/Polaris.Client.AotSmoke"
has mono net472 && publish net472 "$here" -f net472 && smoke net472 mono "$out/net472/Polaris.Client.AotSmoke.exe"

publish tests-net8.0 "$here/../Polaris.Client.Tests" -r "$rid" --self-contained -p:TestsTarget=net8.0 -p:EnableNUnitRunner=true &&
  # Tests of real sockets and of load can fail on a machine that does something else at the same time: they get a second try.
  if (cd "$out/tests-net8.0" && { ./Polaris.Client.Tests >"$out/tests.txt" 2>&1 || ./Polaris.Client.Tests >"$out/tests.txt" 2>&1; }); then
    echo "smoke tests-net8.0: $(grep -aoE "succeeded: [0-9]+" "$out/tests.txt" | tr -dc 0-9) tests passed on .NET 8"
  else
    grep -aE "^failed|^ +failed:" "$out/tests.txt" || tail -n 40 "$out/tests.txt"
    fail tests-net8.0 "unit tests fail on .NET 8"
  fi
exit "$failed"
