"""What stands in the reports, one flat value a finding, each with the voices it is told in and the report it stands in."""
