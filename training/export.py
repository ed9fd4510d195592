"""Weights for shipping: python -m training.export WEIGHTS.pt FOLDER --base FOLDER

Writes attribution.onnx (int8: products with a scale per channel, word embeddings with a scale per word),
attribution.npz (the linker, float16) and
attribution.json (digest and settings); tokenizer.json is the base model's.
"""

import argparse
import json
import shutil
import tempfile
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F

from hearsay.models.linker import LINKS

from .net import Net

AXES = {0: "rows", 1: "length"}


class PackedWords(nn.Module):
    """Word embeddings as int8 with a scale for each word: the usual one scale for the whole table costs 0.6 points."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("packed", (weight / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        packed, scale = self.get_buffer("packed"), self.get_buffer("scale")
        return F.embedding(ids, packed).float() * F.embedding(ids, scale)


def export(weights: Path, folder: Path, base: Path, outside: float, quantised: bool = True) -> None:
    """Write the model's files into `folder`."""
    net = Net().eval()
    net.load_state_dict(torch.load(weights))
    state = net.state_dict()
    if quantised:
        net.words = PackedWords(net.words.weight.detach())
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "attribution.onnx"
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        ids = torch.randint(1000, 30000, (2, 37))
        names = ["ids", "features", "mask"]
        torch.onnx.export(
            net,
            (ids, torch.zeros_like(ids), torch.ones_like(ids)),
            str(whole),
            input_names=names,
            output_names=["hidden", "logits"],
            dynamic_axes=dict.fromkeys([*names, "hidden", "logits"], AXES),
            opset_version=17,
            dynamo=False,
        )
        if quantised:
            quantize_dynamic(whole, target, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"])
        else:
            shutil.copy(whole, target)
    parts = ("chooser", "choice", "bilinear", "distance", "none")
    links = [name for name, _, _ in LINKS]
    kept = [k for k in state if k.split(".")[0] in parts and k.split(".")[1] in links]
    np.savez(folder / "attribution.npz", **{k: state[k].numpy().astype(np.float16) for k in kept})
    shutil.copy(base / "tokenizer.json", folder / "tokenizer.json")
    digest = sha256(target.read_bytes()).hexdigest()
    card = {"sha256": digest, "settings": {"outside": outside}}
    (folder / "attribution.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Parse the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--outside", type=float, default=0.0)
    parser.add_argument("--float32", action="store_true")
    options = parser.parse_args()
    export(options.weights, options.folder, options.base, options.outside, not options.float32)


if __name__ == "__main__":
    main()
