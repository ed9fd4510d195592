"""The mean of several trained weights: python -m training.average OUT.pt WEIGHTS.pt WEIGHTS.pt ...

Runs that start from one base and differ in their seed alone end close enough for their mean to be a model, and a better
one than each (Wortsman et al. 2022, "Model soups"); it costs nothing when the model runs.
"""

import argparse
from pathlib import Path

import torch


def average(paths: list[Path]) -> dict[str, torch.Tensor]:
    """The mean of every tensor. Raises `ValueError` where the files hold different ones."""
    states = [torch.load(path) for path in paths]
    if any(state.keys() != states[0].keys() for state in states):
        raise ValueError("these are not weights of one network")
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}


def main() -> None:
    """Parse the arguments and average."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("weights", type=Path, nargs="+")
    options = parser.parse_args()
    torch.save(average(options.weights), options.out)


if __name__ == "__main__":
    main()
