#!/usr/bin/env bash
# s3.sh SITE BUCKET: uploads a published site. What other files need comes first, what is gone goes last.
set -euo pipefail
site=$1 bucket=s3://$2
put() { aws s3 sync "$site" "$bucket" --only-show-errors "$@"; }
hashed=(--exclude '*' --include '_/*' --cache-control 'public, max-age=31536000, immutable')
put "${hashed[@]}" --exclude '*.wasm' --exclude '*.js'
put "${hashed[@]}" --exclude '_/*' --include '_/*.wasm' --content-type application/wasm
put "${hashed[@]}" --exclude '_/*' --include '_/*.js' --content-type 'text/javascript; charset=utf-8'
pages=(--exclude '_/*' --exclude '.*' --exclude _headers --exclude nginx.conf --cache-control no-cache)
put "${pages[@]}" --exclude '*.webmanifest'
put --exclude '*' --include '*.webmanifest' --cache-control no-cache --content-type application/manifest+json
put "${pages[@]}" --delete
put "${hashed[@]}" --delete  # those that the build before had are in the site for one more
