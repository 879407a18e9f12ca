#!/bin/sh
# Makes the secrets that compose.yml hands to its services, each a random one, and none twice. Those that are there stay.
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets

random() {
  od -An -vtx1 -N32 /dev/urandom | tr -d ' \n'
}

# Services run as users of their own and must be able to read their file; the folder keeps everybody else on this host out.
keep() {
  chmod 444 "secrets/$1.new"
  mv "secrets/$1.new" "secrets/$1"
}

# Two files hold the same password, in the words of both sides: one without the other would lock them out of each other.
pair() {
  if [ ! -e "secrets/$1" ] || [ ! -e "secrets/$2" ]; then
    if [ -e "secrets/$1" ] || [ -e "secrets/$2" ]; then
      echo "docker/secrets has only one of $1 and $2: restore the other, or remove both and the service's volume" >&2
      exit 1
    fi
    return 0
  fi
  return 1
}

if pair postgres_password database_url; then
  password=$(random)
  printf '%s' "$password" > secrets/postgres_password.new
  printf 'postgres://porchlight:%s@postgres:5432/porchlight' "$password" > secrets/database_url.new
  keep postgres_password
  keep database_url
fi
if pair redis_conf redis_url; then
  password=$(random)
  printf 'requirepass %s\nappendonly yes\nsave ""\nmaxmemory-policy noeviction\ndir /data\n' "$password" > secrets/redis_conf.new
  printf 'redis://:%s@redis:6379' "$password" > secrets/redis_url.new
  keep redis_conf
  keep redis_url
fi
if pair meili_conf meili_key; then
  password=$(random)
  printf 'master_key = "%s"\n' "$password" > secrets/meili_conf.new
  printf '%s' "$password" > secrets/meili_key.new
  keep meili_conf
  keep meili_key
fi
for name in secret_key metrics_token; do
  if [ ! -e "secrets/$name" ]; then
    random > "secrets/$name.new"
    keep "$name"
  fi
done
# Empty until somebody writes the address of a mail server, the key of a language model into them.
for name in smtp_url model_key; do
  if [ ! -e "secrets/$name" ]; then
    : > "secrets/$name.new"
    keep "$name"
  fi
done
echo "docker/secrets is complete; keep a copy of it with your backups"
