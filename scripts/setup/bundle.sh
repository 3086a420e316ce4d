#!/bin/sh
# Pack the sources with everything that `make site` and `make test` would fetch into dist/handbook-COMMIT.tar.gz, for an
# intranet without internet: wheels only, each checked against its hash, and npm's cache. It fits machines of this kind
# (processor, Python's minor version); Debian's own packages (Chromium, LibreOffice, nginx) come from the intranet's mirror.
set -eu
. "$(dirname "$0")/common.sh"

PATH="$ROOT/.venv/bin:$PATH"
commit=$(git rev-parse --short=12 HEAD 2>/dev/null) || fail "打包要在 git 仓库里进行：the bundle is made of a commit"
git diff --quiet HEAD -- || say "注意：没有提交的改动不会打进包里 (uncommitted changes are left out)"

name="handbook-$commit"
work="$CACHE/bundle"
folder="$work/$name"
rm -rf "$work"
mkdir -p "$folder" dist
git archive HEAD | tar -x -C "$folder"

say "Collecting wheels"
for lock in build node dev; do
    run bundle-wheels "Python 包没有收齐：the wheels of requirements/$lock.lock could not be collected" \
        python -m pip download --disable-pip-version-check --no-input --require-hashes --only-binary :all: \
        --dest "$folder/offline/wheels" -r "requirements/$lock.lock"
done
say "Collecting npm packages"
for packages in . tests/validator; do
    mkdir -p "$work/npm/$packages"
    cp "$packages/package.json" "$packages/package-lock.json" "$work/npm/$packages/"
    run bundle-npm "前端包没有收齐：the packages of $packages/package-lock.json could not be collected" \
        npm ci --prefix "$work/npm/$packages" --cache "$folder/offline/npm" --ignore-scripts --no-audit --no-fund --no-update-notifier
done
rm -rf "$folder/offline/npm/_logs"
(cd "$folder" && find . -type f ! -name SHA256SUMS | LC_ALL=C sort | xargs -d '\n' sha256sum >SHA256SUMS)
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$(git log -1 --format=%ct)" -C "$work" -c "$name" | gzip -n >"dist/$name.tar.gz"
rm -rf "$work"
(cd dist && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
say "dist/$name.tar.gz: tar -xzf, cd $name, sha256sum -c --quiet SHA256SUMS, make site"
