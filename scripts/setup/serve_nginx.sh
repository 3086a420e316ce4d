#!/bin/sh
# Serve a folder of releases with the nginx configuration of deploy/, as it will be served, but on one address only.
#   serve_nginx.sh FOLDER HOST:PORT      Ctrl-C ends it
set -eu
. "$(dirname "$0")/common.sh"

folder=$(cd "$1" && pwd)
address=$2
nginx=$(sh scripts/setup/nginx.sh)
work="$folder/.nginx"
mkdir -p "$work/conf.d"

sed -e "s#/srv/handbook#$folder#g" -e "s#listen 8080;#listen $address;#" deploy/nginx/handbook.conf >"$work/conf.d/handbook.conf"
sed -e "s#/tmp/nginx#$work/nginx#g" -e "s#/etc/nginx/conf.d#$work/conf.d#" deploy/nginx/nginx.conf >"$work/nginx.conf"
directives="daemon off;"
if [ "$(id -u)" = 0 ]; then
    directives="$directives user root;" # the folder may be closed to others
fi
say "http://$address/"
exec "$nginx" -e stderr -p "$work" -c "$work/nginx.conf" -g "$directives"
