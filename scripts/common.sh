# shellcheck shell=bash
# What the scripts of this folder share. It is sourced, not run.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

# Says why nothing more can be done, and stops.
fail() {
  printf '%s: failed: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# Runs a command as one stage: its name before, its seconds after, the whole script's end if it
# fails. Give it programs, not functions: a shell function would lose `set -e` here.
stage() {
  local name=$1 began=$SECONDS status=0
  shift
  printf '\n== %s\n' "$name"
  "$@" || status=$?
  if ((status != 0)); then
    printf '== %s: FAILED (exit %d) after %d s: %s\n' "$name" "$status" $((SECONDS - began)) "$*" >&2
    exit 1
  fi
  printf '== %s: %d s\n' "$name" $((SECONDS - began))
}

# Runs a command as the administrator. Only where there is a terminal may sudo ask for a password.
as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null; then
    local -a silently=(--non-interactive)
    [[ -t 0 ]] && silently=()
    sudo "${silently[@]}" "$@" || fail "'sudo $*' did not work; run it yourself, then start again"
  else
    fail "this needs the administrator, and there is no sudo; as root, run: $*"
  fi
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes \
    apt-get install --yes --quiet --quiet --no-install-recommends "$@"
}

# Installs the Debian packages that are missing. Package lists are fetched only if the ones that
# are there do not lead to every package.
install_packages() {
  local package state
  local -a missing=()
  for package in "$@"; do
    state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    [[ $state == installed ]] || missing+=("$package")
  done
  ((${#missing[@]} > 0)) || return 0
  command -v apt-get >/dev/null ||
    fail "these Debian packages are missing, or what they are called here: ${missing[*]}"
  printf 'installing %s\n' "${missing[*]}"
  if ! (apt_install "${missing[@]}") >/dev/null 2>&1; then
    as_root apt-get update --quiet --quiet
    apt_install "${missing[@]}" >/dev/null
  fi
}

# Crashing tests and fuzz runs end at once instead of waiting for an interactive backtrace.
export SWIFT_BACKTRACE=${SWIFT_BACKTRACE:-enable=no}
