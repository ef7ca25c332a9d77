#!/bin/bash
# Stands in for `docker` where the operator guide is run, since no container engine is here. It says
# in real commands what docker would do in the layout of packaging/compose:
#   exec backup CMD      the command itself, with the engine's own environment
#   exec postgres psql   the real psql, at the test's PostgreSQL
#   cp                   a copy; paths of a container lie below $CONTAINERS
#   logs                 what the running engine wrote (on the second output, as docker has it)
#   build                nothing is built; the files that are named must be there
#   up, start, stop, restart
#                        nothing: no Kuroibara runs here; the files that are named must be there
set -eu

there() { [ -e "$1" ] || { echo "docker stand-in: there is no $1 here" >&2; exit 1; }; }
unknown() { echo "docker stand-in: not known: $*" >&2; exit 64; }
inside() {
    case $1 in
        backup:/app/backups*) echo "$BACKUP_PATH${1#backup:/app/backups}" ;;
        backup:/* | backend:/*) echo "$CONTAINERS/${1%%:*}${1#*:}" ;;
        *) echo "$1" ;;
    esac
}

if [ "$1" = build ]; then
    shift
    while getopts t:f: option; do [ "$option" != f ] || there "$OPTARG"; done
    shift $((OPTIND - 1))
    there "$1/pyproject.toml"
    exit
fi
if [ "$1" = logs ]; then
    [ "$2" = kuroibara-backup ] || unknown "$@"
    cat "$ENGINE_LOG" >&2
    exit
fi
[ "$1" = compose ] || unknown "$@"
shift
while [ "$1" = -f ]; do there "$2"; shift 2; done
case $1 in
    up | start | stop | restart) ;;
    logs) [ "$2" = postgres ] || unknown "$@"; cat "$POSTGRES_LOG" ;;
    cp)
        mkdir -p "$(dirname "$(inside "$3")x")"
        cp -r "$(inside "$2")" "$(inside "$3")"
        ;;
    exec)
        shift
        [ "$1" != -T ] || shift
        service=$1
        shift
        case "$service $1" in
            "backup kuroibara-backup") exec "$@" ;;
            "postgres psql")
                shift
                PGHOST=$DB_HOST PGPORT=$DB_PORT PGPASSWORD=$DB_PASSWORD exec "$PSQL" "$@" ;;
            *) unknown "$service" "$@" ;;
        esac
        ;;
    *) unknown "$@" ;;
esac
