"""Train the attribution model on the CPU: python -m training.train OUT.pt --polnear FOLDER --base FOLDER

Several single-thread processes average their gradients (on a shared machine the barriers of threads cost more than
they bring). The learning rate warms up and then falls linearly with whichever of time and epochs is further on. What is
kept is an exponential moving average of the weights. Nothing is chosen on dev data.
"""

import argparse
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.distributed as dist
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from evals.invented import reports
from evals.real import reports as real
from hearsay.model import Measure
from hearsay.models.encoder import CLS, INNER, SEP
from hearsay.models.labels import LABELS, NONE, columns
from hearsay.models.linker import LINKS, distance
from hearsay.models.pieces import load_tokenizer
from hearsay.models.tags import TAGS

from . import gum, silver
from .data import IGNORED, GoldSpan, Sample, Window, batches, sample
from .net import LAYERS, Net, earlier, from_base
from .own import articles
from .polnear import load
from .renaming import Renamer

HEAD_RATE = 1e-3
DECAY = 0.9
"""Learning rate from one layer to the one below."""
LINK_WEIGHT = 0.3
LABEL_WEIGHT = 1.0
RARE = 0.1
"""Weight of the pieces that count nobody, who are nearly all."""
COMMON = 0.5
"""Weight of the killed, who are counted four times as often as all others together."""
TAUGHT = 0.7
"""Weight of what teachers say against the annotators' labels."""
WARM_UP = 50
AVERAGE = 0.998
"""Decay of the moving average of the weights, a step. A head that is new follows too slowly in a short training: then less."""


def main() -> None:
    """Parse the arguments and train in `--processes` processes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    shared = Path(os.environ.get("HEARSAY_SHARED", "../shared"))
    parser.add_argument("--polnear", type=Path, default=shared / "data" / "polnear")
    parser.add_argument("--base", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--minutes", type=float, default=1e9)
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--pieces", type=int, default=4 * 258, help="padded pieces a step and process")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--rename", type=float, default=0.0, help="share of windows in which names are exchanged")
    parser.add_argument("--average", type=float, default=AVERAGE, help="decay of the weights' moving average, a step")
    parser.add_argument("--bf16", action="store_true", help="bfloat16 products: faster where the CPU has them")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="trained weights to go on from, in place of the base encoder")
    parser.add_argument("--taught", type=Path, help="what teachers say of PolNeAR's words (training.teach)")
    parser.add_argument("--own", type=int, default=0, help="times that our own reports are shown in an epoch")
    parser.add_argument("--without", nargs="*", default=[], help="conflicts (or first letters of reports) not learnt from")
    parser.add_argument(
        "--shared", type=Path, default=shared, help="folder whose data/ holds the texts of our real reports, and GUM"
    )
    parser.add_argument("--names-in-pieces", action="store_true", help="show names piece by piece, as to the teachers")
    parser.add_argument("--gum", action="store_true", help="GUM's attribution relations too")
    parser.add_argument("--silver", action="store_true", help="figures that the rules read in reports nobody marked")
    parser.add_argument("--no-polnear", action="store_true", help="nothing of PolNeAR")
    options = parser.parse_args()
    os.environ.setdefault("MASTER_ADDR", "127.0.0.1")
    os.environ.setdefault("MASTER_PORT", "29517")
    rank = 0
    for other in range(1, options.processes):
        if os.fork() == 0:
            rank = other
            break
    run(options, rank)


def run(options: argparse.Namespace, rank: int) -> None:
    """One process's share of the training; process 0 writes the averaged weights."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    tokenizer = load_tokenizer(str(options.base / "tokenizer.json"))
    samples = list(_samples(options, tokenizer))
    net = from_base(options.base / "model.safetensors").train()
    if options.start:
        earlier(net, options.start)
    dist.init_process_group("gloo", rank=rank, world_size=options.processes)
    trainer = Trainer(net, options, rank, sum(len(one.pieces) * one.copies for one in samples))
    trainer.train(samples)
    dist.barrier()
    dist.destroy_process_group()
    if rank:
        os._exit(0)


def _samples(options: argparse.Namespace, tokenizer: Tokenizer) -> Iterator[Sample]:
    """PolNeAR's training part and our own reports' dev parts, as asked for."""
    told = dict(np.load(options.taught)) if options.taught else {}
    marked = [*reports("dev"), *real("dev", options.shared)] if options.own else []
    marked = [one for one in marked if not one.name.startswith(tuple(options.without))]
    ours = articles(marked, options.own)
    theirs = [] if options.no_polnear else load(options.polnear, "train")
    relations = gum.articles(options.shared) if options.gum else []
    read = silver.articles(options.shared) if options.silver else []
    for article in (*theirs, *relations, *ours, *read):
        yield sample(article, tokenizer, told, whole=not options.names_in_pieces)


class Trainer:
    """The loop: gradients averaged over processes, one schedule, averaged weights."""

    def __init__(self, net: Net, options: argparse.Namespace, rank: int, pieces: int) -> None:
        self.net, self.options, self.rank = net, options, rank
        self.planned = pieces * options.epochs
        self.groups = _groups(net, options.rate)
        self.optimizer = torch.optim.AdamW(self.groups, betas=(0.9, 0.98), fused=True)
        self.parameters = [p for p in net.parameters() if p.requires_grad]
        self.average = [p.detach().clone() for p in self.parameters]
        self.seen = 0.0
        self.step = 0
        self.progress = 0.0
        self.began = time.monotonic()

    def train(self, samples: list[Sample]) -> None:
        """Epochs until the schedule is through; weights are written after each and at the end."""
        epoch = 0
        renamer = Renamer([one.pieces for one in samples], self.options.rename)
        while self.progress < 1:
            every = batches(samples, epoch, self.options.pieces, self.options.seed, renamer)
            share = len(every) // self.options.processes
            for batch in every[self.rank :: self.options.processes][:share]:
                self._step(batch)
                if self.progress >= 1:
                    break
            epoch += 1
            self._save()

    def _step(self, batch: list[Window]) -> None:
        scale = min(1.0, (self.step + 1) / WARM_UP) * max(0.01, 1 - self.progress)
        for group, base in zip(self.optimizer.param_groups, self.groups, strict=True):
            group["lr"] = base["base"] * scale
        ids, features, mask, tags = tensors(batch)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.options.bf16):
            hidden, logits = self.net(ids, features, mask)
        hidden, logits = hidden.float(), logits.float()
        tagging = tag_loss(logits[..., : len(TAGS)], tags, targets(batch, tags.shape[1]))
        linking = link_loss(self.net, hidden, batch)
        labelling = label_loss(logits[..., len(TAGS) :], batch)
        (tagging + LINK_WEIGHT * linking + LABEL_WEIGHT * labelling).backward()
        self._share_gradients(float(mask.sum()))
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        decay = min(self.options.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            torch._foreach_lerp_(self.average, self.parameters, 1 - decay)
        if self.rank == 0 and self.step % 20 == 0:
            rate = self.seen / (time.monotonic() - self.began)
            losses = f"tag {tagging:.4f} link {linking:.4f} label {labelling:.4f}"
            print(f"{self.step} {self.progress:.3f} {losses} {rate:.0f} pieces/s", flush=True)

    def _share_gradients(self, pieces: float) -> None:
        elapsed = (time.monotonic() - self.began) / 60
        gradients = [p.grad if p.grad is not None else torch.zeros_like(p) for p in self.parameters]
        flat = torch.cat([g.flatten() for g in gradients] + [torch.tensor([pieces, elapsed])])
        dist.all_reduce(flat)
        self.seen += float(flat[-2])
        elapsed = float(flat[-1]) / self.options.processes
        self.progress = max(elapsed / self.options.minutes, self.seen / self.planned)
        shared = (flat[:-2] / self.options.processes).split([p.numel() for p in self.parameters])
        for parameter, gradient in zip(self.parameters, shared, strict=True):
            parameter.grad = gradient.view_as(parameter)

    def _save(self) -> None:
        if self.rank:
            return
        names = [name for name, p in self.net.named_parameters() if p.requires_grad]
        state = dict(self.net.state_dict()) | dict(zip(names, self.average, strict=True))
        torch.save(state, self.options.out)
        print(f"saved after {self.seen:.0f} pieces, {(time.monotonic() - self.began) / 60:.1f} minutes", flush=True)


def targets(batch: list[Window], length: int) -> Tensor:
    """What teachers say of each piece [rows, length, tags]; nothing (all 0) where none was asked."""
    said = torch.zeros(len(batch), length, len(TAGS))
    for row, window in enumerate(batch):
        if window.taught is not None:
            said[row, 1 : window.end - window.begin + 1] = torch.from_numpy(window.taught.astype("float32"))
    return said


def tag_loss(logits: Tensor, tags: Tensor, said: Tensor) -> Tensor:
    """Cross-entropy to the annotator's tags, and where there were teachers with the weight `TAUGHT` to their probabilities
    instead (Hinton, Vinyals, Dean 2015, at temperature 1)."""
    learnt = tags != -100
    hard = F.one_hot(tags.clamp_min(0), len(TAGS)).float()
    taught = (said.sum(-1, keepdim=True) > 0).float() * TAUGHT
    wanted = (1 - taught) * hard + taught * said
    loss: Tensor = -(wanted * logits.log_softmax(-1)).sum(-1)[learnt].sum() / learnt.sum().clamp_min(1)
    return loss


def label_loss(logits: Tensor, batch: list[Window]) -> Tensor:
    """Cross-entropy of the labels, group by group: over the pieces that are marked either way."""
    loss = logits.sum() * 0
    for name, labels in LABELS.items():
        wanted = torch.full(logits.shape[:2], IGNORED)
        for row, window in enumerate(batch):
            for group, numbers in window.groups:
                if group == name:
                    wanted[row, 1 : window.end - window.begin + 1] = torch.tensor(numbers[window.begin : window.end])
        known = wanted != IGNORED
        if known.any():
            weights = torch.ones(len(labels))
            if NONE in labels:
                weights[labels.index(NONE)] = RARE
            if Measure.KILLED in labels:
                weights[labels.index(Measure.KILLED)] = COMMON
            loss = loss + F.cross_entropy(logits[..., columns(name)][known], wanted[known], weights)
    return loss


def _groups(net: Net, rate: float) -> list[dict[str, Any]]:
    """Parameter groups with their own rates: lower layers learn more slowly, the new heads faster; the word embeddings
    stay as they are (cheaper, and rare words of conflict reports keep their place)."""
    net.words.weight.requires_grad_(False)
    plain = [net.positions.weight, net.kind, *net.norm.parameters()]
    encoder: list[tuple[list[Tensor], float]] = [(plain, rate * DECAY ** (LAYERS + 1))]
    encoder += [(list(layer.parameters()), rate * DECAY ** (LAYERS - 1 - i)) for i, layer in enumerate(net.layers)]
    known = {id(p) for parameters, _ in encoder for p in parameters} | {id(net.words.weight)}
    heads: list[Tensor] = [p for p in net.parameters() if id(p) not in known]
    return [{"params": ps, "lr": r, "base": r, "weight_decay": 0.01} for ps, r in [*encoder, (heads, HEAD_RATE)]]


def tensors(batch: list[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """ids, features, mask and tags of a batch, padded; tags are -100 where nothing is to be learnt."""
    length = max(window.end - window.begin for window in batch) + 2
    ids, features, mask = (torch.zeros(len(batch), length, dtype=torch.long) for _ in range(3))
    tags = torch.full((len(batch), length), -100)
    for row, window in enumerate(batch):
        size = window.end - window.begin
        ids[row, 0], ids[row, size + 1] = INNER if window.inner else CLS, SEP
        ids[row, 1 : size + 1] = torch.tensor(window.ids)
        features[row, 1 : size + 1] = torch.tensor(window.features())
        mask[row, : size + 2] = 1
        tags[row, 1 : size + 1] = torch.tensor(window.labels.tags[window.begin : window.end])
    return ids, features, mask, tags


def link_loss(net: Net, hidden: Tensor, batch: list[Window]) -> Tensor:
    """Cross-entropy of each gold content choosing its cue and each gold cue its source, or none."""
    loss = hidden.sum() * 0
    for name, chooser, choice in LINKS:
        queries, places, codes, same, targets = [], [], [], [], []
        options = [(row, s) for row, w in enumerate(batch) for s in _inside(w) if s.role == choice]
        for row, window in enumerate(batch):
            mine = _inside(window)
            rivals = sorted(s.first for s in mine if s.role == choice)
            for span in (s for s in mine if s.role == chooser):
                queries.append((row, span.first - window.begin + 1, span.end - window.begin))
                codes.append([_code(span, c, window, rivals) if r == row else 0 for r, c in options])
                same.append([r == row for r, _ in options])
                right = [j + 1 for j, (r, c) in enumerate(options) if r == row and c.owners & span.owners]
                targets.append(right[-1] if right else 0)
        if not queries or not options:
            continue
        places = [(r, c.first - batch[r].begin + 1, c.end - batch[r].begin) for r, c in options]
        arguments = (torch.tensor(queries), torch.tensor(places), torch.tensor(codes), torch.tensor(same))
        loss = loss + F.cross_entropy(net.link(hidden, name, *arguments), torch.tensor(targets))
    return loss


def _code(chooser: GoldSpan, choice: GoldSpan, window: Window, rivals: list[int]) -> int:
    return distance((chooser.first, chooser.end), (choice.first, choice.end), window.pieces.paragraphs, rivals)


def _inside(window: Window) -> list[GoldSpan]:
    return [s for s in window.labels.spans if window.begin <= s.first and s.end <= window.end]


if __name__ == "__main__":
    main()
