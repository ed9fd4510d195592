"""The network: a BERT encoder (MiniLM-L6: 6 layers of 384) with surface features, a tag head and a span linker.

Written out here, and not taken from a library of transformers, because it is short and its export is then our own.
"""

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from hearsay.models.labels import WIDTH
from hearsay.models.linker import DISTANCES, LINKS, PROJECTION
from hearsay.models.pieces import FEATURES
from hearsay.models.tags import TAGS

LAYERS, HIDDEN, HEADS, INNER, VOCABULARY, POSITIONS = 6, 384, 12, 1536, 30522, 512
EPSILON = 1e-12


class Layer(nn.Module):
    """One post-norm transformer layer, its three projections fused into one."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, EPSILON)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, EPSILON)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        rows, length, _ = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        weights = torch.softmax(q @ k.transpose(-1, -2) * (HIDDEN // HEADS) ** -0.5 + bias, -1)
        mixed = (weights @ v).transpose(1, 2).reshape(rows, length, HIDDEN)
        x = self.norm1(x + self.out(mixed))
        result: Tensor = self.norm2(x + self.down(F.gelu(self.up(x))))
        return result


class Net(nn.Module):
    """ids, features, mask (all [rows, length]) -> hidden states; logits of tags and then of labels."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.features = nn.Embedding(FEATURES, HIDDEN)
        nn.init.zeros_(self.features.weight)
        self.tag = nn.Linear(HIDDEN, len(TAGS))
        self.label = nn.Linear(HIDDEN, WIDTH)
        self.dropout = dropout
        links = [name for name, _, _ in LINKS]
        self.chooser = nn.ModuleDict({k: nn.Linear(2 * HIDDEN, PROJECTION) for k in links})
        self.choice = nn.ModuleDict({k: nn.Linear(2 * HIDDEN, PROJECTION) for k in links})
        self.bilinear = nn.ParameterDict({k: nn.Parameter(torch.eye(PROJECTION) * 0.1) for k in links})
        self.distance = nn.ModuleDict({k: nn.Embedding(DISTANCES, 1) for k in links})
        self.none = nn.ModuleDict({k: nn.Linear(PROJECTION, 1) for k in links})
        for k in links:
            nn.init.zeros_(self.distance[k].weight)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        positions = self.positions(torch.arange(ids.shape[1], device=ids.device))
        x = self.norm(self.words(ids) + self.features(features) + positions + self.kind)
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        if self.training and self.dropout:
            x = F.dropout(x, self.dropout)
        return x, torch.cat([self.tag(x), self.label(x)], -1)

    def link(self, hidden: Tensor, name: str, choosers: Tensor, choices: Tensor, codes: Tensor, same: Tensor) -> Tensor:
        """Scores [choosers, 1 + choices], column 0 = none. Rows of choosers and choices are (row, first, last)."""
        q = F.relu(self.chooser[name](_ends(hidden, choosers)))
        c = F.relu(self.choice[name](_ends(hidden, choices)))
        scores = q @ self.bilinear[name] @ c.T + self.distance[name](codes).squeeze(-1)
        return torch.cat([self.none[name](q), scores.masked_fill(~same, -1e4)], 1)


def _ends(hidden: Tensor, spans: Tensor) -> Tensor:
    return torch.cat([hidden[spans[:, 0], spans[:, 1]], hidden[spans[:, 0], spans[:, 2]]], -1)


def from_base(path: Path, dropout: float = 0.1) -> Net:
    """A net whose encoder starts from a BERT checkpoint in safetensors (MiniLM-L6-v2)."""
    weights = {name.removeprefix("bert."): value for name, value in load_file(path).items()}
    net = Net(dropout)
    state = net.state_dict()
    state["words.weight"] = weights["embeddings.word_embeddings.weight"]
    state["positions.weight"] = weights["embeddings.position_embeddings.weight"]
    state["kind"] = weights["embeddings.token_type_embeddings.weight"][0]
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for i in range(LAYERS):
            at = f"encoder.layer.{i}"
            heads = [weights[f"{at}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            state[f"layers.{i}.qkv.{part}"] = torch.cat(heads)
            for ours, theirs in _NAMES:
                state[f"layers.{i}.{ours}.{part}"] = weights[f"{at}.{theirs}.{part}"]
    net.load_state_dict(state)
    return net


def earlier(net: Net, path: Path, new: float = -5.0) -> None:
    """Takes over the weights of an earlier training. Where it knew fewer tags, the others begin with the bias `new`; of parts
    that it did not have, the net keeps its own."""
    state: dict[str, Tensor] = torch.load(path)
    missing = len(TAGS) - len(state["tag.bias"])
    if missing:
        state["tag.weight"] = F.pad(state["tag.weight"], (0, 0, 0, missing))
        state["tag.bias"] = F.pad(state["tag.bias"], (0, missing), value=new)
    net.load_state_dict(dict(net.state_dict()) | state)


_NAMES: Sequence[tuple[str, str]] = (
    ("out", "attention.output.dense"),
    ("norm1", "attention.output.LayerNorm"),
    ("up", "intermediate.dense"),
    ("down", "output.dense"),
    ("norm2", "output.LayerNorm"),
)
