"""Across reports: which figures count the same thing, and how they stand to each other. Pure: claims in, values out."""
